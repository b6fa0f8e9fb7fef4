import psycopg


async def main(dsn):
    with psycopg.connect(dsn) as connection:
        print(connection.execute("select 1").fetchone()[0])
        with connection.transaction():
            connection.execute("delete from jobs")
        with connection.cursor() as cursor:
            cursor.execute("select name from users")
            for (name,) in cursor:
                print(name)
        connection.commit()
