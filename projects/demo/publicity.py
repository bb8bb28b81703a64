"""What the demo's projects tell the world; in one, a text was written before the place was known."""

from projects import actions
from projects.demo.story import Story, steps
from projects.models import PublicityText
from projects.publicity.proposing import proposed

CONTACT = {"name": "Hedy Waterland", "email": "meedoen@example.org", "phone": "+31201234567"}


@steps.register(11)
def publicity(story: Story) -> None:
    """Somebody to call, and a press release that still says that the place follows."""
    if story.key not in {"running", "preparing"}:
        return
    actions.name_public_contact(project=story.project, by=story.coordinator, **CONTACT)
    if story.key == "preparing":
        words = proposed(story.project, PublicityText.Kind.PRESS)
        actions.keep_publicity_text(
            project=story.project,
            kind=PublicityText.Kind.PRESS,
            title=words.title,
            text=words.text,
            by=story.coordinator,
        )
