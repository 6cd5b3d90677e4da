r"""English words of page furniture: what stands on a news page and is no part of the article.

Data only. Phrases are in small letters with straight apostrophes; they are compared after the line was folded and
its outer punctuation taken off. Patterns are regular expressions over the folded line; none has nested repeats.
Collected by reading pages and feeds of newspapers, agencies and broadcasters; checked against short lines that
recur over articles of many outlets.
"""

from __future__ import annotations

# Labels that teasers of other stories may follow.
INTRODUCING_LABELS = frozenset(
    """
    related|related article|related articles|related story|related stories|related news|related content|related links
    related topics|related coverage|related posts|related reading|related video|related videos|also read|also see
    see also|read also|read more|read more on this|read more about this|read next|read this next|must read|must reads
    up next|next up|next read|next story|previous story|keep reading|further reading|in other news|other stories
    other news|more news|more stories|more on this|more on this story|more on this topic|more from|more like this
    more to read|more to explore|more coverage|more top stories|more headlines|most popular|most read
    most read stories|most viewed|most shared|most commented|most watched|popular|popular now|popular stories
    popular on this site|trending|trending now|trending news|trending stories|trending topics|recommended
    recommended for you|recommended stories|recommended reading|recommended articles|we recommend|you may like
    you may also like|you might like|you might also like|you may be interested in|you might be interested in
    you may have missed|in case you missed it|don't miss|do not miss|top stories|top story|top news|top headlines
    latest|latest news|latest stories|latest headlines|the latest news|breaking news|headlines|editor's picks
    editors' picks|editor's choice|editors' choice|our picks|picks for you|just in|just for you|elsewhere
    elsewhere on the web|around the web|from the web|from around the web|from our partners|from the archive
    from the archives|promoted|promoted stories|promoted content|sponsored|sponsored content|sponsored links
    sponsored stories|paid content|partner content|suggested reading|suggested stories|suggested articles
    similar stories|similar articles|similar news|stories you may like|what to read next|what others are reading
    people also read|readers also read|also in the news|also in this section|in this section|what's next|more videos
    recent posts|recent stories|recent articles|recent news|today's top stories|today's headlines
    this week's top stories
    the big picture|in pictures|watch also|also watch|watch next|best of|featured|featured stories|featured articles
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
# Labels that stand by themselves: what comes after them is the article again.
STANDING_LABELS = frozenset(
    """
    advertisement|advertisements|advertising|ad|ads|advert|adverts|advertisement feature|continue reading
    continue reading below|continue reading the main story|story continues|story continues below
    story continues below advertisement|story continued below|article continues below|article continues after ad
    article continues after advertisement|article continues below advertisement|this article continues below
    scroll to continue|skip advertisement|skip past newsletter promotion|after newsletter promotion|skip to content
    skip to main content|report this ad|close ad|remove ads|share|share this|share this story|share this article
    share this post|share this page|share via|share on facebook|share on twitter|share on x|share on whatsapp
    share on linkedin|share by email|share with|share link|copy link|copy link link copied|link copied|email
    email this|email this story|email this article|print|print this|print this article|print story|save|save this
    save article|save for later|bookmark|tweet|pin it|whatsapp|facebook|twitter|instagram|linkedin|reddit|telegram
    pinterest|youtube|follow|follow us|follow us on|follow us on twitter|follow us on facebook|comments|comment
    leave a comment|post a comment|view comments|show comments|see comments|join the conversation|join the discussion
    add a comment|no comments|reply|like|listen|listen to this article|listen to this story|listen to article
    audio|watch|watch live|video|videos|photos|photo gallery|gallery|view gallery|view photos|image gallery|slideshow
    play|play video|play audio|pause|mute|unmute|loading|loading…|loading...|please wait|enlarge|enlarge image
    enlarge this image|toggle caption|hide caption|view caption|caption|close|menu|search|home|back to top|top
    subscribe|subscribe now|subscribe today|sign in|sign up|sign up now|log in|login|register|register now
    newsletter|newsletters|newsletter sign-up|newsletter signup|get the newsletter|manage newsletters
    sign up for daily newsletters|sign up for daily newsletters manage newsletters
    sign up for daily opinion newsletter manage newsletters
    topics|tags|filed under|filed to|in this article|in this story|on this page|contents|table of contents|jump to
    key points|sections|about the author|about the authors|author|authors|published|updated|last updated
    first published|text size|font size|a a a|abstract|full text
    analysis/opinion|copy|flipboard|x|this is a carousel. use next and previous buttons
    read full article|read full story|read the full story|read the full article|read the full story here
    show more|load more|see more|view more|more|view all|see all|click here|learn more|find out more|original post
    previous|next|next article|previous article|translate|language|english|report a typo|report an error|reprints
    request reprint|rights and permissions|order reprints|donate|donate now|support us|support our work
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
# What may open a line that names another story on the same line: "Read more: …", "RELATED | …".
LABEL_OPENERS = (
    "related",
    "related story",
    "related stories",
    "related article",
    "related articles",
    "related coverage",
    "related video",
    "read",
    "read more",
    "read also",
    "also read",
    "see also",
    "also see",
    "read next",
    "read this",
    "must read",
    "must-read",
    "more on this",
    "more",
    "now read",
    "now watch",
    "watch now",
    "also watch",
    "recommended",
    "don't miss",
    "trending",
    "up next",
    "full coverage",
    "in case you missed it",
    "icymi",
    "you may also like",
)
# What may close a line that is another story's headline, as links do.
LABEL_CLOSERS = (" read more", " read more »", " read full story")
# A whole line that begins with one of these is boilerplate.
BOILERPLATE_STARTS = (
    "editor's note:",
    "editors' note:",
    "all rights reserved",
    "©",
    "this material may not be published",
    "this content may not be",
    "no part of this publication",
    "reproduction in whole or in part",
    "reproduction without permission",
    "sign up for our",
    "sign up to our",
    "sign up for the",
    "sign up for daily",
    "sign up here",
    "sign up now",
    "sign up to receive",
    "sign up to get",
    "subscribe to our",
    "subscribe to the",
    "subscribe now",
    "subscribe here",
    "click here",
    "click to get",
    "click on the link",
    "click on the video",
    "tap here",
    "download our app",
    "get the app",
    "get our app",
    "get our free",
    "get the latest",
    "get breaking news",
    "get alerts",
    "get news from",
    "get the day's top",
    "get fresh",
    "follow us on",
    "like us on",
    "find us on",
    "join us on",
    "join our whatsapp",
    "join our telegram",
    "visit our",
    "please enable javascript",
    "enable javascript",
    "your browser does not support",
    "this browser does not support",
    "javascript is required",
    "javascript must be enabled",
    "javascript is disabled",
    "we use cookies",
    "this website uses cookies",
    "this site uses cookies",
    "by continuing to use",
    "by using this site",
    "by signing up",
    "by submitting your email",
    "by clicking",
    "accept cookies",
    "manage cookies",
    "already a subscriber",
    "already have an account",
    "you have reached your limit",
    "you've reached your limit",
    "you have read your",
    "this article is for subscribers",
    "this content is for subscribers",
    "this is a subscriber-only",
    "to continue reading",
    "to read the full",
    "thank you for reading",
    "thanks for reading",
    "thank you for signing up",
    "thanks for signing up",
    "an error has occurred",
    "please try again",
    "enter your email",
    "your email address will not be published",
    "required fields are marked",
    "terms of service",
    "terms of use",
    "terms and conditions",
    "privacy policy",
    "have a tip",
    "got a tip",
    "got a story",
    "do you have a story",
    "do you have a tip",
    "send tips",
    "send us a tip",
    "contact the author",
    "contact the reporter",
    "contact the writer",
    "contact us at",
    "write to us at",
    "email us at",
    "email the author",
    "the views expressed",
    "views expressed in this",
    "the opinions expressed",
    "opinions expressed in this",
    "the content is for informational",
    "for reprint",
    "for more information about reprints",
    "for more news",
    "for more stories",
    "for all the latest",
    "first published on",
    "first published in",
    "first published:",
    "last updated on",
    "last updated:",
    "last modified",
    "this article is more than",
    "this story has been updated",
    "this article has been updated",
    "this post has been updated",
    "this report has been updated",
    "this story was updated",
    "this article was updated",
    "this report was updated",
    "read or share this",
    "this is a developing story",
    "this is a breaking news story",
    "this story is developing",
    "this is a breaking story",
    "can't see the video",
    "catch all the",
    "stay updated",
    "stay up to date",
    "stay informed",
    "stay tuned",
    "our standards:",
    "commenting on this story",
    "comments are closed",
    "comments are moderated",
    "we welcome your comments",
    "support independent journalism",
    "support our journalism",
    "become a member",
    "become a subscriber",
    "make a donation",
    "advertise with us",
    "share this with",
    "view this post on",
    "a post shared by",
)
# Anywhere in a short line: boilerplate.
BOILERPLATE_PATTERNS = (
    r"^(?:copyright|\(c\))\s*(?:©|\(c\)|\d{4}|by\b|the\b)",
    r"^skip to (?:main |the )?(?:content|navigation|end)\b",
    r"\ball rights reserved\b",
    r"\bmay not be published, broadcast\b",
    r"\bclick here (?:to|for)\b",
    r"\b(?:on twitter|on facebook|on x|on instagram)\b.{0,20}@\w",
    r"^follow (?!the\b)[\w .,'&-]{2,80} (?:on|at) (?:twitter|facebook|instagram|x|linkedin)\b",
    r"^(?:you can )?follow (?:him|her|them|us|me|[\w.'-]+(?: [\w.'-]+){0,4}) (?:on|at) (?:twitter|facebook|x)\b",
    r"^twitter: ?@\w+$",
    r"^@\w{2,15}$",
    r"\b(?:write|email|e-mail) to [\w .'-]{2,60} at \S+@\S+",
    r"^(?:e-?mail|contact|reach)\b.{0,80}\S+@\S+\.\w",
    r"^slideshow \(\d+ images?\)$",
    r"^\(?\d+ (?:of|/) \d+\)?$",
    r"^\d+ (?:comments?|shares?|likes?|views?|min read|minutes? read)$",
    r"^(?:\d+ )?min(?:ute)?s? read$",
    r"^estimated reading time\b",
    r"^reading time:? \d+",
    r"\bnewsletters? (?:sign-?up|here)$",
    r"\bdelivered [\w ]{0,20}to your inbox\b",
    r"^[-–— ]*(?:last )?updated (?:at )?\d{1,2}[:.]\d{2}\b.{0,20}$",
    r"^download (?:the|our) .{2,40}\bapp\b",
    r"^[-–— ]*(?:update: ?)?this (?:story|post|article|report) (?:has been|was) (?:last |first |originally )?"
    r"(?:updated|published)\b",
    r"\btwitter: ?@\w",
    r"\bin your inbox\b",
    r"^visit [\w' .&-]{2,60} homepage\b",
    r"^(?:the )?[\w .']{2,40} is a (?:trademark|registered trademark)\b",
    r"^[_*=~•·–—.-]{1,80}$",
    r"^(?:tags|topics|filed under|keywords|categories|more about|posted in)\s*:",
)
# A note on a correction: no part of the story, kept apart so that it can be told from other furniture.
CORRECTION_PATTERNS = (
    r"^\W{0,3}(?:corrections?|clarifications?|corrigend(?:um|a)|errat(?:um|a))(?: appended)?\s?"
    r"(?:\([^)]{4,40}\)|,[^:.]{4,40})?\s?[:.|–—-]",
    r"^\W{0,3}corrections? (?:and|&) (?:clarifications?|amplifications?)\b",
    r"^\W{0,3}a (?:correction|clarification|retraction) was (?:made|issued|appended|added|published)\b",
    r"^\W{0,3}(?:editor|editors|publisher)'?s?'? note\b.{0,40}?[:.–—-].{0,400}\b(?:earlier|previous|original)(?:ly)?\b",
    r"^\W{0,3}(?:editor|editors|publisher)'?s?'? note\b.{0,40}?[:.–—-].{0,200}\b(?:correct|updat|amend|retract|clarif)",
    r"^\W{0,3}(?:an?|the) (?:earlier|previous|original|initial|prior) (?:version|headline|caption|edition) "
    r"(?:of|on|to|for|accompanying) (?:this|the|our)\b",
    r"^\W{0,3}(?:this|the) (?:article|story|report|post|piece|page|headline|item|column|dispatch)(?:'s headline)? "
    r"(?:was|has been|is being|had been) (?:[a-z]+ ){0,2}(?:amended|corrected|retracted|withdrawn|revised|clarified)\b",
    r"^\W{0,3}(?:this|the) (?:article|story|report|post|piece|page) (?:was|has been) (?:[a-z]+ ){0,2}updated "
    r"(?:to|with|after|since|because|following|in light)\b",
    r"^\W{0,3}(?:this|the) (?:article|story|report|post|piece)(?: (?:previously|originally|initially|first|earlier))+ "
    r"(?:said|stated|gave|reported|misstated|misidentified|misspelled|identified|named|claimed|listed|described)\b",
    r"^\W{0,3}update[ds]?\s?(?:\([^)]{4,40}\)|,[^:.]{4,40})?\s?[:–—-].{0,300}\b(?:this (?:story|article|post|piece|"
    r"report)|(?:earlier|previous|original) version|in error|we regret)\b",
    r"^\W{0,3}we (?:regret|apologi[sz]e for) (?:the|this|any) (?:error|mistake|confusion)\b",
)
# Lines that say where the report came from, or who helped with it. `{agency}` stands for the names of agencies.
CREDIT_PATTERNS = (
    r"^(?:also )?(?:contributed|contributing)(?: to this (?:report|story|article))?(?: were)?: .{2,200}$",
    r"^\(?with {agency}(?:(?:,| and|/) ?{agency})*\)?$",
    r"^[^.!?]{2,220}\bcontributed (?:reporting|research|to (?:this|the) (?:report|story|article|post))\b.{0,80}$",
    r"^\(?(?:additional )?(?:reporting|research|writing) (?:by|from|for)\b.{2,240}$",
    r"^\(?with (?:additional )?(?:inputs?|reporting|reports?|contributions?|files|material|information|assistance) "
    r"(?:from|by)\b.{2,200}$",
    r"^\(?with (?:post wires|wire reports|wire services|agencies|agency inputs|agency reports|news services)\)?$",
    r"^\(?(?:edited|written|compiled|translated|produced|reported) by\b.{2,160}$",
    r"^\(?(?:inputs?|report|reporting|source|sources|via|credit|credits|from)\s*[:–-]\s*{agency}.{0,60}$",
    r"^\(?sources?\s*[:–-]\s*[\w .,&'/-]{0,80}\b(?:news )?(?:agenc(?:y|ies)|wires?|wire services)\)?$",
    r"^\(?[–—-]*\s*{agency}(?:\s*(?:/|,|&|and|with)\s*{agency}){0,3}\)?$",
    r"^(?:agencies|agency|news agencies|wire reports|wire services|staff and agencies|staff and wire reports)$",
    r"^(?:from|by) (?:our )?(?:staff|wire|news service)s?(?: and wire)?(?: service)?(?: reports| writers)?$",
    r"^[\w .,'-]{3,120} reported from [\w .,'-]{3,160}$",
    r"^\(?(?:this|the) (?:article|story|report|post|piece) (?:was )?(?:originally |first )?(?:appeared|ran|published) "
    r"(?:on|in|by|at)\b.{2,120}$",
    r"^\(?(?:this|the) (?:article|story|report) (?:has been|was) "
    r"(?:published|auto-generated|provided|produced|supplied) (?:from|by)\b.{2,160}$",
    r"^\(?(?:republished|reprinted|syndicated) (?:with permission|from|by|courtesy)\b.{0,160}$",
    r"^(?:as published in|originally published)\b.{2,120}$",
    r"^copyright (?:\(c\) |© )?(?:\d{4} )?(?:by )?(?:the )?{agency}\b.{0,160}$",
)
# Lines under a picture. The folded line is searched, so that "file photo" counts at either end.
CAPTION_STARTS = (
    "photo:",
    "photos:",
    "photo by",
    "photo credit",
    "photo courtesy",
    "photograph:",
    "photograph by",
    "photographs by",
    "picture:",
    "pictures:",
    "picture by",
    "picture credit",
    "pic:",
    "image:",
    "images:",
    "image by",
    "image credit",
    "image courtesy",
    "image caption",
    "image copyright",
    "image source",
    "media caption",
    "video caption",
    "caption:",
    "illustration:",
    "illustration by",
    "graphic:",
    "graphic by",
    "video:",
    "video by",
    "file photo",
    "file picture",
    "file image",
    "file -",
    "file –",
    "file —",
    "enlarge this image",
    "media playback is unsupported",
    "representational image",
    "representative image",
)
CAPTION_PATTERNS = (
    r"^play video \d",
    r"^(?:[\w.'-]+ ){2,4}for {outlet}$",
    r"\(?\bfile (?:photo|picture|pic|image|photograph)\b\.?\)?[^a-z]{0,3}$",
    r"\b{agency} (?:photo|picture|image|file photo)s?\b[^.!?]{0,60}\)?\.?$",
    r"(?:/|\||©|\bvia)\s*{agency}(?:\s+images)?(?:/[\w .'-]{2,40})*\)?\.?$",
    r"\b{agency}\s*/\s*[\w .'-]{2,60}\)?\.?$",
    r"\((?:photo|picture|image|photograph|photos|screenshot|illustration|courtesy)\b[^()]{0,100}\)\.?$",
    r"\bgetty images\)?\.?$",
    r"\b(?:photo|picture|image)(?: by| credit:?| courtesy(?: of)?)\b[^.!?]{2,80}$",
)
# Words of a dateline label: "Published: …", "Updated on …", " date 2031-04-02 …".
DATE_LABELS = (
    "published online",
    "published on",
    "published at",
    "published",
    "publication date",
    "date published",
    "date",
    "dated",
    "posted on",
    "posted at",
    "posted",
    "first published",
    "released",
    "issued",
    "created",
)
UPDATE_LABELS = (
    "last updated on",
    "last updated",
    "updated on",
    "updated at",
    "updated",
    "last modified",
    "modified",
    "update",
)
# Words that stand in capitals before a dash and are no town.
NO_PLACES = frozenset(
    """
    update updated updates breaking watch opinion analysis correction exclusive note live video photo photos listen
    read more warning editorial review interview explainer factbox timeline profile comment commentary letters blog
    report quote question answer q a step part chapter figure table news sport sports weather file
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
BYLINE_OPENERS = ("by", "written by", "reported by", "story by", "words by", "text by", "from")
# What stands beside a name in a byline.
ROLES = frozenset(
    """
    correspondent correspondents reporter reporters writer writers editor editors columnist contributor contributors
    journalist producer photographer analyst staff senior chief special foreign political national international
    diplomatic defence defense security economics business science health legal home affairs crime court sports
    features news investigations bureau desk agency agencies reporting service team web digital online deputy
    associate assistant freelance contributing opinion guest north south east west africa asia europe america
    american middle world city local state
    """.split()  # noqa: SIM905
)
NAME_PARTICLES = frozenset(
    "van von de der den da di du del della la le al el bin ibn ben abu ter ten dos das y i e st o".split()  # noqa: SIM905
)
# Small words that may stand in a byline beside names.
BYLINE_LINKS = frozenset({"and", "for", "in", "at", "of", "with", "the", "to", "&", "|", "/", "-", "–", "—", "on"})
