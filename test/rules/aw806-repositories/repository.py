from models import Customer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload


class Customers:
    def __init__(self, session: AsyncSession):
        self.session = session

    async def find(self, key: int) -> Customer | None:
        return await self.session.get(Customer, key)
#                    ------------------------------- see AW806: loaded here, without it

    async def find_with_orders(self, key: int) -> Customer:
        statement = select(Customer).options(selectinload(Customer.orders)).where(Customer.id == key)
        return (await self.session.scalars(statement)).one()
