"""The rule packs as data, one YAML file each, and lexicon.yaml with the wordings every pack starts from."""

from rules.errors import RuleError
from rules.loading import load_pack

__all__ = ["RuleError", "load_pack"]
