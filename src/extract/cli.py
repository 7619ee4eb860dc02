"""The command `unreports`. Heavy packages are imported by the command that needs them, so `--help` is quick."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from extract import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command.

    Returns:
        0 all went well; 1 some inputs were refused (`run`) or the comparison could not be made; 2 the call was wrong
        and nothing was written.
    """
    parser = _parser()
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what could come next
        import argcomplete

        argcomplete.autocomplete(parser)
    args = parser.parse_args(argv)
    try:
        return int(args.command(args))
    except KeyboardInterrupt:
        print("unreports: stopped; the old output is whole", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="unreports",
        description="Turns reports of United Nations bodies into tables that can be trusted and cited.",
    )
    parser.add_argument("--version", action="version", version=f"unreports {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="extract files or folders into an output folder")
    run.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a report, or a folder of reports")
    run.add_argument(
        "--output",
        type=Path,
        default=Path("output"),
        metavar="DIR",
        help="where the tables go (default: output)",
    )
    run.add_argument(
        "--jobs", type=int, metavar="N", help="processes (default: as many as there are processors; 0: this one)"
    )
    run.add_argument(
        "--engine",
        choices=("local", "ray"),
        default="local",
        help="where the processes run: on this machine, or on a Ray cluster that RAY_ADDRESS names (default: local)",
    )
    run.add_argument(
        "--timeout",
        type=float,
        default=1800,
        metavar="SECONDS",
        help="the time one report may take; a longer one is refused (default: 1800; 0: no limit)",
    )
    run.add_argument(
        "--memory",
        type=int,
        default=6000,
        metavar="MB",
        help="the memory that reading one report may take, where the system bounds it (default: 6000; 0: no limit)",
    )
    run.add_argument(
        "--model",
        default="en_core_web_sm",
        metavar="NAME",
        help="an installed spaCy pipeline for names (default: en_core_web_sm)",
    )
    run.add_argument(
        "--ocr",
        choices=("auto", "off"),
        default="auto",
        help="whether pages that are pictures are recognised with tesseract (default: auto)",
    )
    run.add_argument(
        "--corrections",
        type=Path,
        metavar="FILE",
        help="a file of corrections, besides each corrections.csv in the input folders",
    )
    run.add_argument(
        "--force",
        action="store_true",
        help="extract every report again; take nothing over from earlier runs",
    )
    run.add_argument(
        "--debug-pages",
        type=Path,
        metavar="DIR",
        help="write a picture of each page of each PDF, with the blocks and cells that were found, into DIR",
    )
    run.add_argument("--quiet", action="store_true", help="print nothing but errors")
    run.set_defaults(command=_run)
    corrections = commands.add_parser(
        "corrections", help="write what a person has changed in a workbook as corrections.csv beside it"
    )
    corrections.add_argument("workbook", type=Path, metavar="DIR/unreports.xlsx")
    corrections.set_defaults(command=_corrections)
    evaluate = commands.add_parser("evaluate", help="score an output folder against gold")
    evaluate.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")
    evaluate.add_argument("--gold", type=Path, default=Path("tests/gold"), metavar="DIR")
    evaluate.add_argument(
        "--figures-only",
        action="store_true",
        help="print no difference: for gold that is looked at only to measure",
    )
    evaluate.set_defaults(command=_evaluate)
    review = commands.add_parser("review", help="open the review pages of a run in the browser")
    review.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="the run (default: output)")
    review.set_defaults(command=_review)
    return parser


def _run(args: argparse.Namespace) -> int:
    from extract import progress
    from extract.engines import local
    from extract.files import why
    from extract.model import EngineError, ModelError, Settings
    from extract.run import UsageError, run

    if args.jobs is not None and args.jobs < 0:
        return _fail("--jobs must be 0 or more")
    if args.timeout < 0 or args.memory < 0:
        return _fail("--timeout and --memory must be 0 or more")
    try:
        with progress.shown(args.quiet) as bar:
            result = run(
                args.paths,
                args.output,
                settings=Settings(args.model, args.ocr, args.timeout, args.memory * 1_000_000, args.engine),
                jobs=local.cores() if args.jobs is None else args.jobs,
                progress=bar,
                debug_pages=args.debug_pages,
                corrections=args.corrections,
                force=args.force,
            )
    except (UsageError, ModelError, EngineError) as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{args.output}: cannot be written ({why(error)}); the old output is whole")
    for o in result.refused:
        print(f"unreports: {o.name}: {o.message}", file=sys.stderr)
    if not args.quiet:
        from extract.summary import summary

        print(summary(result))
    return 1 if result.refused else 0


def _corrections(args: argparse.Namespace) -> int:
    from extract import corrections
    from extract.corrections.compare import compare
    from extract.files import why

    target = args.workbook.parent / corrections.FILE
    try:
        found = compare(args.workbook)
        corrections.write(found.corrections, target)
    except corrections.CorrectionsError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{target}: cannot be written ({why(error)})")
    for word in found.words:
        print(f"unreports: {args.workbook}: {word}", file=sys.stderr)
    n, gone = len(found.corrections), sum(c.deletes for c in found.corrections)
    print(
        f"{target}: {n} {'correction' if n == 1 else 'corrections'}, {found.changed} of them from this workbook"
        + (f"; they take out {gone} {'row' if gone == 1 else 'rows'}" if gone else "")
    )
    if found.corrections:
        print("Copy it into the folder of the reports and run again: the corrections stay in every later run.")
    return 1 if found.words else 0


def _evaluate(args: argparse.Namespace) -> int:
    from extract.evaluate import EvaluationError, evaluate, render

    try:
        print(render(evaluate(args.output, args.gold), differences=not args.figures_only))
    except EvaluationError as error:
        return _fail(str(error))
    return 0


def _review(args: argparse.Namespace) -> int:
    import webbrowser

    page = (args.output / "review" / "index.html").resolve()
    if not page.is_file():
        return _fail(
            f"{args.output}: there are no review pages; this writes them: unreports run PATH --output {args.output}"
        )
    try:
        opened = webbrowser.open(page.as_uri())
    except webbrowser.Error:
        opened = False
    print(page if opened else f"No browser could be opened; open this file in one: {page}")
    return 0


def _fail(message: str) -> int:
    print(f"unreports: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
