from elasticsearch import AsyncElasticsearch

es = AsyncElasticsearch("http://localhost:9200")


async def search(query):
    if not await es.indices.exists(index="books"):
        await es.indices.create(index="books")
    return (await es.options(request_timeout=5).search(index="books", query=query))["hits"]


async def stop():
    await es.close()
