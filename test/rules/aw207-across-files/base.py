class Plugin:
    def setup(self) -> bool:
#       ----- see AW207: overridden here
        return True

    async def shutdown(self):
#             -------- see AW207: overridden here
        print("down")
