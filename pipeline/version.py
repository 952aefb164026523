"""The version of this program; the distribution takes its own from here."""

VERSION = "0.1.0"
