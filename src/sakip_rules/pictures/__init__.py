"""Pictures as SVG: drawn from exact numbers, titled and described, in colours of the style sheet."""
