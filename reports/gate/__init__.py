"""Reports for a CI gate: one line a finding, in the forms that build servers read."""
