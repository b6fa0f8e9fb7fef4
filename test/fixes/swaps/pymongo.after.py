from pymongo import ASCENDING, AsyncMongoClient


async def main(url):
    async with AsyncMongoClient(url) as client:
        db = client["shop"]
        users = db.users
        async for user in users.find({"age": {"$gt": 1}}).sort("name", ASCENDING).limit(5):
            print(user["name"])
        first = await users.find_one({})
        by_city = {row["_id"]: row["n"] async for row in await users.aggregate([{"$group": {"_id": "$city"}}])}
        everyone = [item async for item in users.find()]
        return first, by_city, everyone, await client.shop.orders.count_documents({}), await db.list_collection_names()
