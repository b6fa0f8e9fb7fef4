from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("postgresql://localhost")
make_session = sessionmaker(engine, expire_on_commit=False)


@contextmanager
def session_scope() -> Iterator[Session]:
    session = make_session()
    try:
        yield session
        session.commit()
#       ---------------- see AW103: calls `Session.commit`
    except Exception:
        session.rollback()
        raise


def get_db() -> Iterator[Session]:
    with session_scope() as session:
        yield session
