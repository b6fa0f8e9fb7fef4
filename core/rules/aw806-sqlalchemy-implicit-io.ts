/** Attributes of SQLAlchemy objects that load when they are read, where only awaiting may load. */
import type { ImplicitLoad } from '../effects/implicit-loads.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<ImplicitLoad>({
  code: 'AW806',
  name: 'sqlalchemy-implicit-io',
  since: '0.1.0',
  guideline: [117, 124],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports reads of relationships and deferred columns that load late, of objects that came from an `AsyncSession`, where nothing in the function has loaded them.',
    why: 'Such an attribute sends its own query when it is read. There is nothing to await in a plain `user.addresses`, so under an `AsyncSession` SQLAlchemy raises `MissingGreenlet`; and it does so only on the paths where the attribute is not there yet.',
    instead:
      'Load it along with `select(User).options(selectinload(User.addresses))`, or later with `await session.refresh(user, ["addresses"])`; or derive the class from `AsyncAttrs` and write `await user.awaitable_attrs.addresses`. Where it is always wanted, `lazy="selectin"` says so in the class.',
    limits:
      'Follows what `get`, `scalar`, `scalars` and `execute` of a session return through names, loops, results and functions of the project with one `return`; a parameter is not judged, nor is what a statement with `options` has loaded. A relationship to one object needs no query where the session holds that object already, which is not seen. Columns that expire with a commit are not reported, nor are the other ends that `backref` makes.',
    example: {
      bad: python`
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase): ...


class Address(Base):
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))


class User(Base):
    addresses: Mapped[list[Address]] = relationship()


async def count_addresses(session: AsyncSession, name: str):
    user = (await session.scalars(select(User).where(User.name == name))).one()
    return len(user.addresses)
`,
      good: python`
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload


class Base(DeclarativeBase): ...


class Address(Base):
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))


class User(Base):
    addresses: Mapped[list[Address]] = relationship()


async def count_addresses(session: AsyncSession, name: str):
    statement = select(User).options(selectinload(User.addresses)).where(User.name == name)
    user = (await session.scalars(statement)).one()
    return len(user.addresses)
`,
    },
  },

  *detect({ path, facts }) {
    for (const load of facts.frameworks.implicitLoads(path)) {
      const related = [{ ...load.loadedAt, message: 'loaded here, without it' }];
      yield { at: load.span, function: load.function, evidence: load, related, confidence: 'likely' };
    }
  },

  message: ({ attribute }) =>
    `Reads \`${attribute}\`, which loads late: without an \`await\`, \`AsyncSession\` raises \`MissingGreenlet\``,
});
