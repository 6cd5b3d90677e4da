"""The commonest small words of languages in Latin and Cyrillic letters, to tell which one a text is in.

Data only. About twenty words each, chosen so that few belong to two languages at once: articles, prepositions,
conjunctions, pronouns and forms of "to be".
"""

from __future__ import annotations

LATIN = {
    "en": "the of and to in that was for on with is by from said were his has have been would which this are be it",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch werden aus hat dass",
    "fr": "le la les des et du est une dans que qui pour par sur pas au avec plus sont cette ses mais aux été ce",
    "es": "el los las del que una por con para se su como más pero sus fue ha este entre está desde según y también",
    "it": "il che di della è per non con una sono dei nel alla del gli anche si più le dal degli delle ha questo",
    "pt": "o os da do das dos em um uma não com para por que mais foi ao pela são seu sua também está disse",
    "nl": "de het een van en dat die niet met voor zijn op aan er ook bij naar om werd wordt maar uit heeft deze",
    "pl": "w na się nie do że jest z od po przez dla jak oraz został był które ale tego jego była o co są",
    "sv": "och att det som en på är av för med den till har inte ett om de var från men vid sig kan säger",
    "tr": "ve bir bu da de için ile olarak olan daha çok dedi gibi sonra kadar ancak ise en değil her göre ettiği",
    "id": "yang dan di dari untuk dengan pada ini itu tidak dalam akan oleh telah mengatakan juga adalah ke para",
    "ro": "și în de la a care cu pe nu este din că pentru mai au fost sunt să lui dar după prin ca fi",
}
CYRILLIC = {
    "ru": "и в не на что с по это как из от для был его она они но также за что бы или при это было во",
    "uk": "і в не на що з та у як до від для був його вона вони але також за або при є це який",
    "bg": "и в не на че с за от да се по са като който беше това той или при е си ще към",
}
ARABIC = {
    "ar": "في من على إلى أن عن التي الذي هذا هذه مع كان قال بعد ما لا أو كما بين",
    "fa": "در از به که این را با است برای آن های یک شد می بود تا گفت خود وی",
    "ur": "کے میں کی ہے اور سے کا کو اس نے کہ پر ہیں یہ بھی تھا ایک نہیں کہا",
}
