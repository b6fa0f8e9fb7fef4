# profile: async-first
# Guideline 103: the server runs the one loop of the process.
import uvicorn
from fastapi import FastAPI

app = FastAPI()

if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=5030)
