from elasticsearch import Elasticsearch

es = Elasticsearch("http://localhost:9200")


async def search(query):
    if not es.indices.exists(index="books"):
        es.indices.create(index="books")
    return es.options(request_timeout=5).search(index="books", query=query)["hits"]


async def stop():
    es.close()
