"""Pieces of text that mean something to the program, and of the formats that it reads, for tests that throw them together."""

from __future__ import annotations

SCRAPS = (
    "1.", "12.\t", "(a)", "(iv)\n", "I.\t", "A. ", "- ", "•\t", "\t", "\n", "\n\n", "\n\t", "\t\n", "\f",
    "\r\n", " ", "\u00a0", "Annex", "Annex II", "Letter dated ", "Report of the Committee",
    "(Signed) A. Person", "Date", "Subject matter", "Participants", "2005", "2006", "11 January 2005",
    "30-31 June 2006", "28 February-3 March", "May", "Monday, 7 March 2005", "9999", "0 January 2000",
    "between 6 and ", " to ", " and ", ", ", "the 3rd to 7th meetings", "at its 400th meeting",
    "on 8 April", "three meetings were held ", "The Working Group held ", "informal consultations ",
    "The Chairman visited ", "UNMIS", "the Sudan", "resolution 1547 (2004)", "S/2006/972",
    "A/C.3/49/SR.5-8", "officials of Secretariat, UNDP and others", "Members of Working Group only",
    "Mr. ", "’", "“", "”", "–", "\u2028", "\x1e", "\x00", "\ufeff", "🕊", "é", "e\u0301", "عربي", "(", ")",
    "[", "]", ".", ":", ";", "/", "1234567890",
)  # fmt: skip

# What a damaged file of a format may get in the wrong place.
TOKENS: dict[str, tuple[bytes, ...]] = {
    "txt": (
        *(scrap.encode() for scrap in SCRAPS),
        *(word.encode("cp1252") for word in ("é", "’", "–", "“The”", "\u00a0")),
        b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x81", b"\x85", b"\x1b", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
        b"\x00\xd8", b"\xd8\x00", "\u0085".encode(), "\u200b".encode(), "\u202e".encode(), b"__________",
        b"\t\t\t", b"\n\n\n\n", b"/...", b"1/ ", b"* ", b"2005\n", b"Ibid.", b"31/12/05",
    ),
    "html": (
        *(f"<{tag}>".encode() for tag in (
            "table", "tr", "td", "th", "thead", "tfoot", "caption", "td rowspan=0", "td rowspan=3", "td colspan=1000",
            "td rowspan=65535 colspan=2", "p", "p class=menu", "div role=main", "main", "nav", "br", "hr", "ol start=-3",
            "ol reversed type=i", "ol type=A start=9999999", "li value=0", "li value=-1", "ul", "dl", "sup", "sub", "pre",
            "h1", "h9", "script", "style", "title", "textarea", "plaintext", "svg", "template", "iframe", "frameset",
            "body", "html", "head", "meta charset=utf-7", "meta charset=utf-16", "meta charset=nonsense", "base href=x",
            "a id=sdfootnote1sym href=#sdfootnote1anc", "div id=ftn1", "a name=_ftnref1 href=#_ftn1", "button", "form",
            "span style='display:none'", "p style='page-break-before:always'", "![CDATA[", "?xml version='1.0'?", "!--",
            "h:p", "col span=99", "font", "b", "a", "a href=",
        )),
        *(f"</{tag}>".encode() for tag in ("table", "tr", "td", "p", "div", "main", "body", "html", "script", "ol", "sup", "h:p")),
        b"-->", b"]]>", b"&nbsp;", b"&#0;", b"&#x0;", b"&#xD800;", b"&#1114112;", b"&#13;", b"&#128;", b"&undefined;",
        b"&amp", b"<", b">", b"=", b"\"", b"'", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"3 May 2005", b"1. ",
        b"Content-Type: text/html; charset=\"x\"\r\n", b"Content-Transfer-Encoding: base64\r\n", b"------X\r\n", b"=\r\n",
        b"=E9", b"=", b"\r\n\r\n", b"MIME-Version: 1.0\r\n",
    ),
    "pdf": (
        b"BT", b"ET", b"q", b"Q", b" Tj", b" TJ", b"(", b")", b"<", b">", b"[", b"]", b"<<", b">>", b"stream\n",
        b"endstream", b"endobj", b"9 0 obj", b" 3 0 R", b"xref", b"trailer", b"startxref", b"%%EOF", b"/Rotate 45",
        b"/Rotate -90", b"/MediaBox [0 0 0 0]", b"/MediaBox [9 9 -9 1e9]", b"/Kids [3 0 R 3 0 R 2 0 R]", b"/Parent 3 0 R",
        b"/Contents [5 0 R 5 0 R]", b"/Filter /FlateDecode", b"/Filter /ASCIIHexDecode", b"/Length -1", b"0 0 0 0 0 0 Tm",
        b"1e9 0 0 1e9 0 0 cm", b"nan", b"1 0 0 1 1e30 -1e30 Tm", b"0 Tf", b"/F9 12 Tf", b"-12 Tf", b"1000 Tz", b"3 Tr",
        b"0 0 m 612 792 l S", b"0 0 9 9 re f", b"/I Do", b"\\000", b"\\255", b"\\n", b"(3 May 2005) Tj", b"(1. ) Tj",
        b"<FEFF0041D800> Tj", b"/ToUnicode 5 0 R", b"/Encoding /Identity-H", b"/Subtype /Type3", b"/Encrypt 6 0 R",
        b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", b"/Count 99999", b"/Count -1", b"\x00", b"\xff",
    ),
    "csv": (
        b'"', b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b'""', b'"\n', b"table", b"id", b"field",
        b"old_value", b"new_value", b"*", b"delete", b"meetings", b"\xe2\x80\xa8", b"\xc2\x85", b"\x0b", b"\x1e", b" ", b"'", b"sep=;\n",
    ),
    "xlsx": (
        b"<c r='A1'><v>1</v></c>", b"<c r='ZZZZZ9'/>", b"<c r='x'/>", b"<c t='s'><v>9999999</v></c>", b"<c t='s'><v>x</v></c>",
        b" t='b'", b" t='e'", b" t='d'", b" t='str'", b" t='inlineStr'", b" t='n'", b" t='z'", b" s='9999'", b" s='1'", b"<v>1e400</v>",
        b"<v>nan</v>", b"<v>0</v>", b"<v>0.5</v>", b"<v>-1</v>", b"<v>9999999</v>", b"<v>99999999999999999999999999</v>", b"<v></v>",
        b"<f>1+1</f>", b"<f t='shared' si='0'/>", b"<f t='array' ref='x'>1</f>", b"<is><t>x</t></is>", b"<row r='0'>", b"<row r='x'>",
        b"</row>", b"<row/>", b"<sheetData/>", b"<dimension ref='A1:ZZ99'/>", b"<dimension ref=''/>", b"<si/>", b"<si><t/></si>", b"_x0000_",
        b"_xD800_", b"<sheet name='meetings' sheetId='1' r:id='rId1'/>", b"r:id='rId99'", b"Target='../x.xml'", b"numFmtId='14'",
        b"numFmtId='99'", b"&#x1F;", b"&e;", b"<!DOCTYPE x>", b"date1904='1'", b"\xff", b"\x00", b"<", b">", b"'", b"TargetMode='External'",
        b"<dcterms:modified>x</dcterms:modified>", b"<definedName name='x'>#REF!</definedName>", b"<mergeCell ref='A1:B2'/>",
    ),
    "docx": (
        b"<w:p>", b"</w:p>", b"<w:r>", b"</w:r>", b"<w:t>", b"</w:t>", b"<w:t>3 May 2005</w:t>", b"<w:tab/>", b"<w:br/>",
        b"<w:br w:type='page'/>", b"<w:tbl>", b"</w:tbl>", b"<w:tr>", b"</w:tr>", b"<w:tc>", b"</w:tc>", b"<w:vMerge/>",
        b"<w:vMerge w:val='restart'/>", b"<w:gridSpan w:val='-3'/>", b"<w:gridSpan w:val='99999999'/>", b"<w:gridBefore w:val='9'/>",
        b"<w:hMerge/>", b"<w:tblHeader/>", b"<w:numPr><w:ilvl w:val='9'/><w:numId w:val='1'/></w:numPr>", b"<w:numId w:val='x'/>",
        b"<w:ilvl w:val='-1'/>", b"<w:start w:val='-5'/>", b"<w:start w:val='99999999999'/>", b"<w:numFmt w:val='lowerRoman'/>",
        b"<w:numFmt w:val='ordinal'/>", b"<w:lvlText w:val='%9%1%'/>", b"<w:lvlRestart w:val='x'/>", b"<w:isLgl/>",
        b"<w:startOverride w:val='-1'/>", b"<w:sym w:char='F0B7'/>", b"<w:sym w:char='zz'/>", b"<w:sym w:char='D800'/>",
        b"<w:sym w:char='110000'/>", b"<w:footnoteReference w:id='2'/>", b"<w:footnoteReference w:id='x'/>",
        b"<w:del>", b"</w:del>", b"<w:ins>", b"<w:moveFrom>", b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>",
        b"<w:fldChar w:fldCharType='begin'/>", b"<w:fldChar w:fldCharType='end'/>", b"<w:instrText>PAGE</w:instrText>",
        b"<w:basedOn w:val='Para'/>", b"<w:outlineLvl w:val='99'/>", b"<w:pStyle w:val='Item'/>", b"<w:vertAlign w:val='superscript'/>",
        b"<w:vanish/>", b"<w:txbxContent>", b"<mc:AlternateContent>", b"<w:altChunk r:id='x'/>", b"<w:sectPr>", b"<!DOCTYPE x>",
        b"&#x1F;", b"&#xFFFF;", b"&e;", b"\xff", b"\x00", b"]]>", b"<!--", b"xmlns:w='x'", b"w:", b"'", b"Target='../../x.xml'",
        b"TargetMode='External'", b"<w:softHyphen/>", b"<w:noBreakHyphen/>", b"<w:cr/>", b"<w:ptab/>", b"<w:pict>", b"<w:ruby>",
    ),
}  # fmt: skip
