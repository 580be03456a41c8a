"""The manual page `milepost(1)`, made of what `milepost --help` and `milepost VERB --help` say."""

import argparse
from collections.abc import Iterator
from datetime import date

from planner.cli_arguments import parser


def page(version: str, day: date) -> str:
    """The page in the form that `man` reads; `day` is the day of the version."""
    whole = parser()
    lines = [
        f'.TH MILEPOST 1 "{day}" "Milepost {version}" "User Commands"',
        ".SH NAME",
        r"milepost \- study planner for the path to a first job",
        ".SH SYNOPSIS",
        ".nf",
        *(_text(line.strip()) for line in (whole.usage or "").splitlines()),
        ".fi",
        ".SH DESCRIPTION",
        _text(whole.description or ""),
        ".SH OPTIONS",
        *_options(whole),
        ".SH VERBS",
    ]
    for name, verb in _verbs(whole):
        usage = " ".join(verb.format_usage().removeprefix("usage: ").split())
        lines += [f'.SS "{_text(name)}"', _text(verb.description or ""), ".PP", _text(usage)]
        lines += [*_options(verb), *_after(verb.epilog or "")]
    lines += [".SH NOTES", _text(whole.epilog or "")]
    return "\n".join(lines) + "\n"


def _verbs(whole: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _options(parser_: argparse.ArgumentParser) -> Iterator[str]:
    """Each option with what it does, as a list of two columns."""
    for action in parser_._actions:
        if isinstance(action, argparse._SubParsersAction) or action.help in (None, argparse.SUPPRESS):
            continue
        value = (
            ""
            if action.nargs == 0 or not action.option_strings
            else f" {action.metavar or action.dest.upper()}"
        )
        words = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        yield ".TP"
        yield rf"\fB{_text(words)}\fR{_text(value)}"
        yield _text((action.help or "").replace("%%", "%"))


def _after(epilog: str) -> Iterator[str]:
    """Words as they are, examples line by line."""
    words, found, examples = epilog.partition("examples:\n")
    if words.strip():
        yield ".PP"
        yield _text(words.strip())
    if found:
        yield from (".PP", "Examples:", ".PP", ".nf", ".RS")
        yield from (_text(line.strip()) for line in examples.splitlines())
        yield from (".RE", ".fi")


def _text(words: str) -> str:
    """Words in which the typesetter finds nothing to obey."""
    escaped = words.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return "\n".join(rf"\&{line}" if line.startswith((".", "'")) else line for line in escaped.splitlines())
