"""Languages, interests and the first consent texts. The coordinator adds to them in the web admin."""

from django.db import migrations

LANGUAGES = {
    "am": "Amhaars", "ar": "Arabisch", "ary": "Darija (Marokkaans Arabisch)", "az": "Azerbeidzjaans",
    "ber": "Berbers", "bg": "Bulgaars", "bn": "Bengaals", "ckb": "Sorani (Koerdisch)", "cs": "Tsjechisch",
    "de": "Duits", "el": "Grieks", "en": "Engels", "es": "Spaans", "fa": "Perzisch (Farsi)", "fr": "Frans",
    "fy": "Fries", "ga": "Iers", "he": "Hebreeuws", "hi": "Hindi", "hr": "Kroatisch", "hu": "Hongaars",
    "hy": "Armeens", "id": "Indonesisch", "it": "Italiaans", "ja": "Japans", "ka": "Georgisch", "ko": "Koreaans",
    "ku": "Koerdisch", "lt": "Litouws", "ne": "Nepalees", "om": "Oromo", "pap": "Papiaments", "pl": "Pools",
    "prs": "Dari", "ps": "Pasjtoe", "pt": "Portugees", "ro": "Roemeens", "ru": "Russisch", "sk": "Slowaaks",
    "so": "Somalisch", "sq": "Albanees", "sr": "Servisch", "srn": "Sranantongo", "sw": "Swahili", "ta": "Tamil",
    "th": "Thais", "ti": "Tigrinya", "tl": "Tagalog", "tr": "Turks", "tw": "Twi", "uk": "Oekraïens", "ur": "Urdu",
    "uz": "Oezbeeks", "vi": "Vietnamees", "yo": "Yoruba", "zgh": "Tamazight", "zh": "Chinees",
}  # fmt: skip
INTERESTS = {
    "fietsen": "fietsen", "film": "film", "geschiedenis": "geschiedenis", "handwerken": "handwerken",
    "kinderen": "iets doen met kinderen", "koken": "koken", "lezen": "lezen", "markten": "markten", "musea": "musea",
    "muziek": "muziek", "sport": "sport", "taal": "taal", "tuinieren": "tuinieren", "wandelen": "wandelen",
}  # fmt: skip
TEXTS = {
    "taking_part": (
        "Ik doe mee met Mixen in Mokum. Ik ben 18 jaar of ouder. Mixen in Mokum bewaart wat ik op dit formulier "
        "invul, om een mixmaatje voor mij te vinden en om mij te kunnen bereiken. Mijn mixmaatje krijgt mijn naam, "
        "mijn telefoonnummer en mijn e-mailadres. Mijn adres krijgt mijn mixmaatje alleen van mijzelf. Een jaar na "
        "het project haalt Mixen in Mokum mijn naam uit de gegevens. Ik kan altijd stoppen en ik kan altijd vragen "
        "wat Mixen in Mokum over mij bewaart."
    ),
    "country": (
        "Mixen in Mokum mag bewaren uit welk land ik kom. In het verslag staat alleen uit welke landen de groep "
        "komt. Niemand kan zien dat het over mij gaat."
    ),
    "photos": (
        "Mixen in Mokum mag foto's van mij gebruiken in het verslag en op de website. Ik mag dat later weer verbieden."
    ),
}


def add_reference_data(apps, schema_editor):
    Language = apps.get_model("participants", "Language")
    Interest = apps.get_model("participants", "Interest")
    ConsentText = apps.get_model("participants", "ConsentText")
    for code, name in LANGUAGES.items():
        Language.objects.get_or_create(code=code, defaults={"name": name})
    for key, name in INTERESTS.items():
        Interest.objects.get_or_create(key=key, defaults={"name": name})
    for kind, body in TEXTS.items():
        ConsentText.objects.get_or_create(kind=kind, version=1, language="nl", defaults={"body": body})


class Migration(migrations.Migration):
    dependencies = [("participants", "0001_initial")]
    operations = [migrations.RunPython(add_reference_data, migrations.RunPython.noop)]
