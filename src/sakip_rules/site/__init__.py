"""A site about rules: a plugin and a theme for MkDocs (`plugins: [sakip]`, `theme: sakip`)."""
