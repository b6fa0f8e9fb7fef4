import hardware
import hardware.motor as engine
from hardware import Motor, settle
from hardware import settle as pause
from hardware.motor import *
from tools import retry, run_blocking, spawn, background, in_thread


async def blocks_through_module():
    hardware.settle()
#   ~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `settle` → `time.sleep` sleeps


async def blocks_through_imported_function():
    settle()
#   ~~~~~~~~ AW101: Blocks the event loop: `settle` → `time.sleep` sleeps
    pause()
#   ~~~~~~~ AW101: Blocks the event loop: `settle` → `time.sleep` sleeps


async def blocks_through_star_import():
    spin()
#   ~~~~~~ AW101: Blocks the event loop: `spin` → `settle` → `time.sleep` sleeps


async def blocks_through_module_alias():
    engine.spin()
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `spin` → `settle` → `time.sleep` sleeps


async def blocks_through_submodule():
    hardware.motor.spin()
#   ~~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `spin` → `settle` → `time.sleep` sleeps


async def blocks_through_re_exported_class():
    Motor().step()
#   ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.step` → `Motor.move` → `time.sleep` sleeps


async def blocks_through_import_inside():
    from hardware.motor import spin as turn

    turn()
#   ~~~~~~ AW101: Blocks the event loop: `spin` → `settle` → `time.sleep` sleeps


async def blocks_through_imported_instance():
    from hardware import default_motor

    default_motor.step()
#   ~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.step` → `Motor.move` → `time.sleep` sleeps


class Robot(Motor):
    def walk(self):
        self.step()
#       ----------- see AW101: calls `Motor.step`

    async def run(self):
        self.walk()
#       ~~~~~~~~~~~ AW101: Blocks the event loop: `Robot.walk` → `Motor.step` → `Motor.move` → `time.sleep` sleeps
        super().step()
#       ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.step` → `Motor.move` → `time.sleep` sleeps


class Arm(hardware.motor.Base):
    def move(self):
        pass

    async def grab(self):
        self.lift()
#       ~~~~~~~~~~~ AW101: Blocks the event loop: `Base.lift` → `settle` → `time.sleep` sleeps


@retry
def flaky():
    return 1


async def blocks_through_imported_decorator():
    flaky()
#   ~~~~~~~ AW101: Blocks the event loop: `flaky` → `time.sleep` sleeps


async def offloads_through_own_helper():
    await run_blocking(settle)
    await run_blocking(Motor().step)
    await in_thread(settle)()
    spawn(settle)


@background
def logs():
    settle()


async def calls_offloaded_by_decorator():
    await logs()


async def awaits_twin():
    await hardware.settle_async()
