"""What somebody sends who does not mean well, or whose machine is broken: values, headers, cookies, bodies, files."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.pictures import jpeg

HUGE = "9" * 30
LONG = "a" * 5000
VALUES = [
    "", " ", "0", "-1", "1", "007", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
    HUGE, "1e400", "NaN", "Infinity", "-0", "1,5", "0x10", "١٢٣", "²", "½", "1_000", "+1", "1.0", "99999,99", "1e-9",
    "null", "None", "undefined", "true", "on", "[]", "{}", "[[[10,20]]]", '{"$ne": 1}', "%s%s%n", "{{ 7 }}", "${7}",
    "\x00", "naam\x00", "\x01\x1f\x7f", "\u202eabc", "\u2066x", "\u200f", "\ufeff", "\u200c", "\ufffe", "\U0010ffff",
    "e\u0301" * 40, "\ufdfa" * 30, "السلام عليكم", "ሰላም", "Привіт", "👨‍👩‍👧‍👦", "ﬁ", "İ", "ß", "ǅ",
    "' OR 1=1 --", '"; DROP TABLE x; --', "\\", "%", "_", "%%", "*", "(", "[", "?", "\\x00", "../../etc/passwd",
    "<script>alert(1)</script>", "javascript:alert(1)", "//evil.example", "http://evil.example/", "http://[", "///",
    "\r\nSet-Cookie: x=1", "a\nb", "\t", "=1+1", "@SUM(A1)", "2027-02-29", "2027-02-30", "0001-01-01", "9999-12-31",
    "10000-01-01", "31-12-9999", "0-0-0", "2027-13-01", "2027-W10", "2027-03", "12-3-2027", "2027-03-28T02:30",
    "24:00", "99:99", "02.30", "23:59:59.999999", "25.00", "00:00", LONG, "é" * 300, "a@b", "a" * 300 + "@example.org",
    "@", "a@[127.0.0.1]", "a@\u2100.example", "+31" + "6" * 60, "06", "+999", "NL00BANK0", "0000 AA", "1012 AB",
    "00000000-0000-0000-0000-000000000000", "not-a-uuid", "ar", "xx", "nl-nl", "-pk", "name__icontains", "pk",
]  # fmt: skip
# As they stand in an address: what no form would send is percent-encoded here by hand.
SEGMENTS = [
    "0", "1", "2147483648", "9223372036854775808", HUGE, "007", "-1", "1.5", "%00", "a%00b", "%ED%A0%80", "%FF%FE",
    "%C3%28", "%E2%80%AE", "%2e%2e", "..", "%2F", "%5C", "%0d%0aX:1", "%20", "a%20b", "a" * 500, "-", "_", "--", "A-B",
    "%D9%A1", "%F0%9F%91%BB", "null", "None", "new", "csv", "nl", "ar", "=x", "x;y", "x,y", "x:y", "%25", "%3F", "%23",
    "1-1", "1-x", "omhoog", "weg", "agreements_not_confirmed:1", "late_steps", "x:99999999999999999999", ":", "a:b:c",
    "participants.completed_old", "no.figure", ".", "stappenplan",
]  # fmt: skip
QUERIES = [
    "%", "%zz", "%00=1", "a=%00", "=", "&&&", "a&b=c;d", "a=%ED%A0%80", "a=%FF", "page=0", "page=-1", "page=99999999",
    f"page={HUGE}", "page=x", "page=%00", "page=last", "sort=%00", "sort=-", "sort=name&sort=side", "sort=name__x",
    "o=1.2.3", "o=x", "q=%00", "p=-1", f"p={HUGE}", "all=", "e=1", "_facets=True", "_popup=1", "_to_field=pk",
    "next=//evil.example", "next=%00", "next=http://[", "a[]=1&a[0]=2", "&".join(f"f{n}=1" for n in range(1200)),
    "q=" + "x" * 8000, "year=0", "year=10000", "month=13", "day=2027-02-30", "from=0001-01-01", "to=9999-12-31",
    "id__in=1,x", "pk__gt=x", "project__name__regex=(", "project__isnull=x", "history_date__year=x", "language=%00",
]  # fmt: skip
HEADERS: list[dict[str, str]] = [
    {"HX-Request": "true"},
    {"HX-Request": "true", "HX-Target": "\x00", "HX-Trigger": "\u00ff", "HX-Current-URL": "http://["},
    {"HX-Request": "true", "HX-Current-URL": "not an address", "HX-Current-URL-URI-AutoEncoded": "true"},
    {"HX-Request": "true", "HX-History-Restore-Request": "true", "HX-Boosted": "true", "HX-Prompt": "%ED%A0%80"},
    {"HX-Request": "true", "Triggering-Event": "{no json", "Triggering-Event-URI-AutoEncoded": "true"},
    {"Accept-Language": "xx-%%,;q=z"},
    {"Accept-Language": "ar;q=nan, " * 400},
    {"Accept": "///;q=x, application/json; charset"},
    {"Referer": "http://["},
    {"Referer": "\x00", "Origin": "null"},
    {"Host": "evil.example"},
    {"Host": "[::1"},
    {"X-Forwarded-For": "x, \x00, 999.999.999.999", "X-Forwarded-Proto": "gopher"},
    {"If-Modified-Since": "yesterday", "If-None-Match": "W/"},
    {"Range": "bytes=5-1,-0", "If-Range": "x"},
    {"User-Agent": ""},
    {"Authorization": "Tablet \x00"},
    {"Authorization": "Basic %%%"},
    {"X-Waiting": HUGE, "X-Sent": "-1"},
    {"X-Requested-With": "XMLHttpRequest", "Content-Length": "-1"},
    {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"},
]
COOKIES: list[dict[str, str]] = [
    {"sessionid": "x"},
    {"sessionid": '"abcdefghij\\000klmnop"'},
    {"sessionid": "é" * 40},
    {"sessionid": "a" * 4000},
    {"messages": "not signed"},
    {"messages": '"\\000"'},
    {"csrftoken": "x"},
    {"csrftoken": '"\\000"' + "a" * 28},
    {"mixen_tablet": '"\\000"'},
    {"mixen_tablet": "nobody"},
    {"django_language": '"\\000"'},
    {"django_language": "x" * 600},
    {"\u00e9": "1"},
    {"a,b": "c d"},
]
BODIES: list[tuple[str, bytes]] = [
    ("application/json", b'{"a": 1}'),
    ("application/json", b"\xff\xfe"),
    ("application/json", b"[" * 5000),
    ("text/plain", b"hello"),
    ("", b""),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=" + "x" * 300, b"--x"),
    ("multipart/form-data; boundary=x", b""),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf'),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n"),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n%%%\r\n--x--\r\n",
    ),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="n\x00"; filename="../../x\x00.php"\r\n\r\n1\r\n--x--\r\n',
    ),
    ("application/x-www-form-urlencoded", b"%ED%A0%80=%FF&a=%00&%zz"),
    ("application/x-www-form-urlencoded", b"\xff\x00\xfe"),
    ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % number for number in range(1200))),
    ("application/x-www-form-urlencoded", b"a=" + b"x" * (3 * 1024 * 1024)),
    ("application/x-www-form-urlencoded; charset=utf-7", b"a=+AAA-"),
    ("application/x-www-form-urlencoded; charset=no-such", b"a=1"),
    ("application/octet-stream", bytes(range(256))),
]


def files() -> list[SimpleUploadedFile]:
    """What is no photo, no receipt and no list, or only at first sight; made anew, as reading wears them out."""
    tall = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x0f\x42\x40\x00\x0f\x42\x40\x08\x02\x00\x00\x00\x00\x00\x00\x00"
    contents = [
        (b"", "leeg.jpg", "image/jpeg"),
        (jpeg(), "foto.jpg", "image/jpeg"),
        (jpeg()[:90], "half.jpg", "image/jpeg"),
        (jpeg(), "naam\u202egpj.exe", "application/x-msdownload"),
        (jpeg(), "a" * 400 + ".jpg", "image/jpeg"),
        (tall, "groot.png", "image/png"),
        (b"GIF89a\x00", "x.gif", "image/gif"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "x.svg", "image/svg+xml"),
        (b"%PDF-1.7\n1 0 obj <</Length 99999999999>> stream", "bon.pdf", "application/pdf"),
        (b"PK\x03\x04" + b"\x00" * 60, "lijst.xlsx", "application/vnd.openxmlformats"),
        (b"naam;telefoon\r\nA\x00a;06\r\n", "lijst.csv", "text/csv"),
        ('naam,telefoon\n"niet af'.encode("utf-16"), "lijst.csv", "text/csv"),
        (b"\xff\xfe\x00\xd8", "lijst.csv", "text/csv"),
        (("voornaam;achternaam;telefoon\n" + "Noor;Nieuw;06 12345678\n" * 3).encode(), "lijst.csv", "text/csv"),
        (b"a;" * 20000 + b"\n", "breed.csv", "text/csv"),
        (b"{" * 3000, "x.json", "application/json"),
    ]
    return [SimpleUploadedFile(name, BytesIO(content).read(), kind) for content, name, kind in contents]
