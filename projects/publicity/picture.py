"""The picture that goes along when somebody shares a public page: PNG of 1200 by 630, drawn from its data."""

from functools import cache
from io import BytesIO

from django.conf import settings
from django.utils.formats import date_format
from PIL import Image, ImageDraw, ImageFont

from projects.models import District, Project
from projects.publicity.facts import coming, place_of

SIZE = (1200, 630)
EDGE = 72
PAPER, INK, QUIET, PRIMARY, OLD, NEW = "#FBF8F3", "#1E2530", "#55606E", "#0E5A54", "#3B4E8C", "#8A3B6B"
MOST_LINES = 3
Font = ImageFont.FreeTypeFont


def picture_of(project: Project) -> bytes:
    """Name, district and the days of ``project``."""
    days = [
        f"{meeting.get_kind_display()}: {date_format(meeting.day, 'l j F Y').lower()}" for meeting in coming(project)
    ]
    return _drawn(project.name, place_of(project), days[:MOST_LINES])


def picture_of_district(district: District, projects: list[Project]) -> bytes:
    """The district and the names of its ``projects``."""
    return _drawn("Mixen in Mokum", district.name, [project.name for project in projects][:MOST_LINES])


def _drawn(title: str, place: str, lines: list[str]) -> bytes:
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    _draw_sign(image)
    draw.text((EDGE + 176, EDGE + 22), "Mixen in Mokum", font=_font("Bold", 44), fill=PRIMARY)
    y = 220
    font, rows = _fitted(title, 82, 2)
    for row in rows:
        draw.text((EDGE, y), row, font=font, fill=INK)
        y += int(font.size * 1.15)
    font, rows = _fitted(place, 38, 1)
    draw.text((EDGE, y + 8), rows[0], font=font, fill=QUIET)
    y = 630 - 52 - 54 * len(lines)
    for line in lines:
        font, rows = _fitted(line, 36, 1)
        draw.text((EDGE, y), rows[0], font=font, fill=INK)
        y += 54
    draw.rectangle((0, SIZE[1] - 24, SIZE[0], SIZE[1]), fill=PRIMARY)
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()


def _draw_sign(image: Image.Image) -> None:
    """Two circles that overlap, drawn large and made small so that their edges are smooth."""
    scale, radius, thick = 4, 46, 9
    canvas = Image.new("RGB", (160 * scale, 96 * scale), PAPER)
    draw = ImageDraw.Draw(canvas)
    boxes = [(x * scale, 2 * scale, (x + 2 * radius) * scale, (2 + 2 * radius) * scale) for x in (2, 60)]
    masks = []
    for box in boxes:
        mask = Image.new("L", canvas.size, 0)
        ImageDraw.Draw(mask).ellipse(box, fill=255)
        masks.append(mask)
    both = Image.composite(masks[0], Image.new("L", canvas.size, 0), masks[1])
    canvas.paste(PRIMARY, mask=both)
    for box, colour in zip(boxes, (OLD, NEW), strict=True):
        draw.ellipse(box, outline=colour, width=thick * scale)
    image.paste(canvas.resize((160, 96), Image.Resampling.LANCZOS), (EDGE, EDGE))


def _fitted(text: str, size: int, most: int) -> tuple[Font, list[str]]:
    """``text`` on at most ``most`` lines, in the largest type up to ``size`` in which it fits; else cut off."""
    for smaller in range(size, 23, -4):
        font = _font("Bold" if size > 60 else "Regular", smaller)
        rows = _wrapped(text, font)
        if len(rows) <= most and all(_fits(row, font) for row in rows):
            return font, rows
    return font, [f"{row[:60]}…" if not _fits(row, font) else row for row in rows[:most]]


def _wrapped(text: str, font: Font) -> list[str]:
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if not rows[-1] or _fits(longer, font):
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _fits(text: str, font: Font) -> bool:
    return font.getlength(text) <= SIZE[0] - 2 * EDGE


@cache
def _font(weight: str, size: int) -> Font:
    return ImageFont.truetype(str(settings.BASE_DIR / f"static/fonts/AtkinsonHyperlegible-{weight}.ttf"), size)
