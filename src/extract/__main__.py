"""Lets ``python -m extract`` do what the command ``unreports`` does."""

from extract.cli import main

raise SystemExit(main())
