from repository import Customers


async def reads_what_another_file_has_loaded(customers: Customers, key: int):
    customer = await customers.find(key)
    return len(customer.orders)
#              ~~~~~~~~~~~~~~~ AW806 (likely): Reads `Customer.orders`, which loads late: without an `await`, `AsyncSession` raises `MissingGreenlet`


# Silent.


async def reads_what_another_file_has_loaded_along(customers: Customers, key: int):
    customer = await customers.find_with_orders(key)
    return len(customer.orders)
