from pymongo import ASCENDING, MongoClient


async def main(url):
    with MongoClient(url) as client:
        db = client["shop"]
        users = db.users
        for user in users.find({"age": {"$gt": 1}}).sort("name", ASCENDING).limit(5):
            print(user["name"])
        first = users.find_one({})
        by_city = {row["_id"]: row["n"] for row in users.aggregate([{"$group": {"_id": "$city"}}])}
        everyone = list(users.find())
        return first, by_city, everyone, client.shop.orders.count_documents({}), db.list_collection_names()
