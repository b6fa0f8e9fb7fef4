"""The command line: maintenance that is run by hand."""

from __future__ import annotations

import argparse
import asyncio

from storefront.config import settings
from storefront.documents.archive import archive_invoices
from storefront.store.database import session_scope
from storefront.store.orders import OrderRepository


def confirm(question: str) -> bool:
    return input(f"{question} [y/N] ").strip().lower() == "y"


async def purge(older_than: int, *, assume_yes: bool) -> int:
    with session_scope() as session:
        orders = OrderRepository(session).older_than(older_than)
        if not orders:
            return 0
        if not assume_yes and not confirm(f"Delete {len(orders)} orders?"):
            return 0
        for order in orders:
            session.delete(order)
    return len(orders)


async def archive(year: int) -> None:
    target = await asyncio.to_thread(archive_invoices, settings.invoice_folder, year)
    print(f"wrote {target}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="storefront")
    commands = parser.add_subparsers(dest="command", required=True)
    purging = commands.add_parser("purge", help="delete old orders")
    purging.add_argument("--days", type=int, default=365)
    purging.add_argument("--yes", action="store_true")
    archiving = commands.add_parser("archive", help="pack the invoices of a year")
    archiving.add_argument("year", type=int)
    arguments = parser.parse_args()

    if arguments.command == "purge":
        count = asyncio.run(purge(arguments.days, assume_yes=arguments.yes))
        print(f"deleted {count} orders")
    else:
        asyncio.run(archive(arguments.year))


if __name__ == "__main__":
    main()
