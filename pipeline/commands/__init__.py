"""One module per subcommand. Each imports click alone at its top; the work is imported when it runs."""
