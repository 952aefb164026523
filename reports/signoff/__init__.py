"""The working paper of a sign-off record: what an auditor prints, signs and files."""
