"""Who may see what customers may not."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from storefront.config import settings
from storefront.store.passwords import is_right

router = APIRouter(tags=["staff"])


class Login(BaseModel):
    password: str


@router.post("/login")
async def login(body: Login) -> dict[str, bool]:
    if not is_right(body.password, settings.staff_salt, settings.staff_password):
        raise HTTPException(401, "wrong password")
    return {"welcome": True}
