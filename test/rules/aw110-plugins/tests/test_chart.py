async def test_draws():
    from plugins.chart import draw

    draw()
