"""What the commands do, each in the module of its name; imported when the command runs."""
