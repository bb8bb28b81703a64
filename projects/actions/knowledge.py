"""Writing in the knowledge centre: every change is a new version, and none is lost."""

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.knowledge.searching import folded
from projects.models import KnowledgePage, KnowledgeVersion

TAKEN = frozenset({"nieuw", "zoeken", "voorbeeld", "alles"})  # addresses under /kenniscentrum/ that are no page


@action
def add_knowledge_page(*, chapter: str, title: str, lead: str, text: str, by: User | None) -> KnowledgePage:
    """Make a page at the end of ``chapter``. Raises DomainError when there is one with this title."""
    _refuse_taken(title)
    wish = slugify(title)[:70] or "bladzijde"
    taken = TAKEN | set(KnowledgePage.objects.filter(slug__startswith=wish).values_list("slug", flat=True))
    numbered = (f"{wish}-{number}" for number in range(2, len(taken) + 3))
    slug = wish if wish not in taken else next(name for name in numbered if name not in taken)
    page = KnowledgePage.objects.create(
        slug=slug, chapter=chapter, title=title, lead=lead, text=text, folded=folded(title, lead, text)
    )
    _keep(page, _("Nieuwe bladzijde"), by)
    return page


@action
def write_knowledge_page(
    *, page: KnowledgePage, title: str, lead: str, text: str, what: str, seen_version: int, by: User | None
) -> KnowledgePage:
    """Keep a new version of ``page``; the same words as before make none.

    Raises DomainError when somebody else saved after ``seen_version`` was read, and for a title that is taken.
    """
    page = KnowledgePage.objects.select_for_update().get(pk=page.pk)
    if page.version != seen_version:
        raise DomainError(_("Iemand anders heeft deze bladzijde intussen veranderd. Kijk hieronder wat er nu staat."))
    if (page.title, page.lead, page.text) == (title, lead, text):
        return page
    if page.title != title:
        _refuse_taken(title)
    page.title, page.lead, page.text = title, lead, text
    page.folded = folded(title, lead, text)
    page.version += 1
    page.changed_at = timezone.now()
    page.save()
    _keep(page, what, by)
    return page


@action
def put_knowledge_back(*, version: KnowledgeVersion, by: User | None) -> KnowledgePage:
    """Let a page say again what it said in ``version``, as a new version. Raises DomainError for a title now taken."""
    page = KnowledgePage.objects.select_for_update().get(pk=version.page_id)
    return write_knowledge_page(
        page=page,
        title=version.title,
        lead=version.lead,
        text=version.text,
        what=_("Teruggezet: versie %(number)s") % {"number": version.number},
        seen_version=page.version,
        by=by,
    )


def _refuse_taken(title: str) -> None:
    if KnowledgePage.objects.filter(title__iexact=title).exists():
        raise DomainError(_("Er is al een bladzijde met deze titel. Kies een andere."), field="title")


def _keep(page: KnowledgePage, what: str, by: User | None) -> None:
    KnowledgeVersion.objects.create(
        page=page,
        number=page.version,
        title=page.title,
        lead=page.lead,
        text=page.text,
        what=what,
        made_by=by,
        made_at=page.changed_at,
    )
