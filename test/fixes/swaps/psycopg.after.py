import psycopg


async def main(dsn):
    async with await psycopg.AsyncConnection.connect(dsn) as connection:
        print((await (await connection.execute("select 1")).fetchone())[0])
        async with connection.transaction():
            await connection.execute("delete from jobs")
        async with connection.cursor() as cursor:
            await cursor.execute("select name from users")
            async for (name,) in cursor:
                print(name)
        await connection.commit()
