"""Words that can name the same act, actor or thing and carry another judgement: what is called loaded wording.

Principle: two words stand in one group when a desk could put one for the other without touching the facts that it can
check; they stand at different degrees when the choice praises, blames, excites or plays down. Degrees run from -2 (the
act or actor is condemned, or as heavy as can be) over 0 (the plain word) to +2 (praised, or played down). Only a
change of degree is loaded; two words of one degree are two plain words for one thing.

Sources for which words are contested: AP Stylebook and Reuters Handbook (terrorist, militant, migrant, regime), BBC
Editorial Guidelines (language when reporting terror and conflict), Wikipedia's Manual of Style, "Words to watch"
(puffery, contentious labels, expressions of doubt, synonyms for "said"), and the classes of one-sided and subjective
words in Recasens et al. (ACL 2013). The groups and degrees are our own reading. Words are folded, verbs in their base
form, nouns in the singular; inflections are reached through base forms. A phrase is written with low lines
("hand_out"); its words are looked up in their base forms.
"""

# ruff: noqa: SIM905 - a word list reads better as words

from __future__ import annotations

from retold.language.charges import BLAMING, PRAISING
from retold.language.inflections import base_form

# One group a line (a line that begins with spaces goes on with it): what it is about, then degree: words. A word may
# stand in several groups.
GROUPS = """
armed entry; +1: intervention operation mission deployment action entry; 0: campaign offensive; -1: incursion assault;
    -2: invasion aggression onslaught occupation conquest
to enter by force; +1: intervene deploy enter; 0: advance; -1: intrude; -2: invade overrun storm attack occupy conquer
war; +1: operation mission; 0: conflict fighting hostility war; -1: warfare bloodshed; -2: slaughter carnage bloodbath
land taken; +1: reunification liberation unification accession; 0: capture takeover seizure control; -1: annexation
    occupation grab
to take land; +1: liberate free retake recapture reclaim; 0: capture take; -1: seize annex occupy grab
attack; +1: strike operation action response; 0: attack raid; -1: assault onslaught blitz; -2: massacre atrocity
    outrage
to attack; +1: target strike hit engage neutralise neutralize; 0: attack raid; -1: pound pummel hammer batter; -2:
    massacre devastate
answer with force; +1: response defense self-defence; 0: retaliation reprisal counterattack; -1: revenge vengeance
    payback
killing; +1: death casualty loss fatality; 0: killing; -1: slaying execution; -2: murder slaughter massacre butchery
    genocide assassination carnage
to kill; +1: neutralise neutralize eliminate die perish fall; 0: kill; -1: slay gun execute; -2: murder slaughter
    massacre butcher assassinate exterminate
fighters; +2: liberator patriot hero; +1: freedom-fighter volunteer defender; 0: fighter combatant soldier gunman
    rebel guerrilla troop trooper; -1: militant insurgent separatist militiaman paramilitary mercenary; -2: terrorist
    extremist thug bandit jihadist fanatic butcher savage
armed bodies; +1: resistance force army defender; 0: militia faction group movement; -1: gang band; -2: mob horde
    cartel
terror; 0: violence attack; -1: militancy insurgency extremism; -2: terrorism terror
government; +1: leadership administration government authority cabinet; -1: regime clique establishment; -2: junta
    dictatorship tyranny cabal
ruler; +1: leader statesman president ruler head premier; -1: strongman boss; -2: dictator tyrant despot autocrat
    warlord
follower; +1: supporter ally follower loyalist backer partner; -1: crony henchman sidekick; -2: puppet stooge lackey
    minion satellite vassal
political right; 0: conservative right-wing rightwing; -1: hardline hard-right nationalist populist; -2: far-right
    extremist fascist neo-nazi
political left; +1: progressive; 0: left-wing leftwing liberal; -1: leftist hard-left socialist; -2: far-left radical
    communist marxist
strictness; +1: firm principled resolute steadfast; 0: strict tough; -1: hardline hawkish rigid stubborn; -2:
    fanatical extremist draconian
moderation; +1: moderate pragmatic; 0: cautious; -1: timid weak soft; -2: cowardly spineless
protest; +1: demonstration rally march vigil protest gathering; 0: unrest; -1: disturbance disorder turmoil; -2: riot
    rampage mayhem chaos anarchy
protester; +1: demonstrator marcher activist campaigner protester; -1: agitator troublemaker crowd; -2: rioter mob
    hooligan looter vandal thug anarchist
crowd; +1: gathering audience; 0: crowd; -1: throng swarm; -2: mob horde
revolt; +2: liberation; +1: revolution uprising; 0: revolt rebellion; -1: insurrection mutiny; -2: coup putsch
    takeover plot
to revolt; 0: overthrow oust remove replace unseat; -1: topple depose; -2: usurp
police action; +1: response operation; 0: arrest dispersal clearance; -1: crackdown sweep; -2: repression brutality
    suppression
to disperse; +1: disperse clear move; -1: crush quell suppress; -2: brutalise brutalize beat
to detain; +1: hold question; 0: detain arrest apprehend; -1: jail round nab collar seize; -2: abduct kidnap snatch
captive; 0: detainee prisoner inmate captive; -2: hostage abductee
prison; +1: facility center; 0: prison jail detention; -2: gulag dungeon
rough questioning; +1: interrogation questioning; -1: abuse mistreatment coercion; -2: torture
migrants; +1: newcomer refugee arrival; 0: migrant immigrant asylum-seeker undocumented; -1: alien; -2: illegal
    invader infiltrator
arrival of people; +1: arrival movement migration; 0: flow; -1: influx wave surge; -2: flood invasion swarm tide
wall; +1: fence barrier; 0: wall; -2: apartheid-wall
expulsion; +1: relocation resettlement transfer evacuation; 0: removal displacement; -1: expulsion deportation
    eviction; -2: cleansing purge
settlement; +1: community neighbourhood neighborhood; 0: settlement; -1: outpost; -2: colony
settlers; +1: resident; 0: settler; -2: colonist squatter
abortion stand; +1: pro-life pro-choice; 0: anti-abortion abortion-rights; -1: anti-choice pro-abortion
unborn; 0: fetus foetus embryo; +1: baby child
inheritance tax; 0: estate-tax inheritance-tax; -2: death-tax
public spending; +1: investment funding support; 0: spending expenditure; -1: subsidy outlay; -2: handout giveaway
    splurge squandering
aid; +1: relief support assistance aid help; 0: rescue; -1: bailout subsidy; -2: handout
cuts; +1: saving efficiency reform restructuring streamlining; 0: reduction cut; -1: austerity cutback; -2: slashing
    axing butchery
to cut; +1: trim reform streamline adjust; 0: cut reduce lower; -1: slash; -2: gut axe axed butcher hack
dismissal; +1: departure exit release redundancy; 0: dismissal layoff; -1: sacking firing ouster; -2: purge
to dismiss; +1: release replace remove relieve; 0: dismiss; -1: fire sack oust; -2: purge axe dump
to leave; +1: depart leave retire; 0: resign quit exit; -1: abandon desert; -2: flee bolt
payment; +1: donation contribution gift; 0: payment; -1: payoff; -2: bribe kickback payola backhander
corruption; +1: irregularity impropriety; 0: misconduct wrongdoing; -1: scandal sleaze; -2: corruption graft fraud
deal; +1: accord agreement pact partnership settlement; 0: deal arrangement; -1: bargain; -2: capitulation sellout
    collusion surrender
to cooperate; +1: cooperate partner collaborate; 0: work; -1: collude; -2: conspire connive
concession; +1: compromise concession flexibility; -1: retreat climbdown backdown; -2: surrender capitulation
    humiliation
change of mind; +1: rethink revision reconsideration; 0: reversal shift change; -1: u-turn about-face backtrack; -2:
    flip-flop betrayal
plan; +1: initiative plan proposal vision strategy; -1: scheme ploy; -2: plot conspiracy
to plan; +1: plan propose arrange; -1: scheme manoeuvre maneuver; -2: plot conspire
trick; +1: tactic strategy approach; 0: move; -1: tactic gambit stunt; -2: trick ruse deception
mistake; +1: error oversight slip misstep; 0: mistake; -1: gaffe bungle blunder; -2: fiasco debacle disaster
    catastrophe
failure; +1: setback; 0: failure defeat; -1: rout flop; -2: debacle fiasco humiliation collapse
problem; +1: challenge issue question concern; 0: problem difficulty; -1: trouble crisis; -2: catastrophe disaster
    emergency
scandal; +1: matter affair issue; 0: controversy row; -1: scandal; -2: outrage disgrace
dispute; +1: discussion debate disagreement difference; 0: dispute row argument; -1: clash feud spat standoff; -2:
    showdown war battle
to dispute; +1: discuss debate question; 0: dispute challenge; -1: clash quarrel; -2: battle
criticism; +1: comment remark concern; 0: criticism; -1: attack rebuke condemnation; -2: tirade rant diatribe
to criticise; +1: question challenge; 0: criticise criticize fault; -1: rebuke condemn denounce attack slam rap; -2:
    blast savage lambast lambaste lash rip eviscerate excoriate destroy trash bash
to praise; 0: welcome praise commend; +1: hail laud applaud; +2: extol glorify; -1: flatter tout; -2: fawn
to ask; +1: invite; 0: ask request call; -1: urge press push; -2: demand order insist pressure
to force; +1: encourage persuade; 0: press urge; -1: pressure push; -2: force coerce bully strong-arm blackmail
to warn; 0: caution advise warn; -1: threaten; -2: menace intimidate
to say; 0: say state tell comment; -1: claim allege contend assert maintain; +1: reveal disclose confirm explain
to object; 0: object oppose disagree; -1: protest complain; -2: whine whinge rail rant
to say loudly; 0: say state declare; -1: insist proclaim; -2: rant rave thunder fume
to admit; 0: say acknowledge state; -1: admit concede; -2: confess
statement; 0: statement comment remark; -1: claim allegation assertion; -2: lie falsehood fabrication rant
belief; 0: view opinion belief; -1: ideology; -2: dogma propaganda
information; +1: information messaging outreach publicity; 0: campaign; -1: spin lobbying; -2: propaganda
    disinformation brainwashing
untruth; +1: inaccuracy misstatement; 0: error falsehood; -1: untruth; -2: lie deceit
to mislead; +1: misspeak misstate; 0: mislead; -2: lie deceive dupe hoodwink
theory; 0: theory claim hypothesis; -2: conspiracy-theory myth fantasy
doubter; 0: skeptic sceptic critic opponent; -1: doubter detractor; -2: denier conspiracist
opponent; 0: opponent rival critic; -1: adversary foe; -2: enemy traitor
supporter of a cause; +1: advocate campaigner champion; 0: supporter proponent; -1: partisan lobbyist; -2: zealot
    fanatic apologist ideologue
lobby; +1: advocate representative; 0: lobbyist; -2: influence-peddler
expert; +2: luminary; +1: expert specialist authority; 0: analyst commentator; -1: pundit self-styled; -2: quack
    charlatan
official; +1: public-servant; 0: official functionary; -1: bureaucrat apparatchik; -2: hack
politician; +1: statesman lawmaker; 0: politician legislator; -1: operator; -2: hack demagogue
rich person; +1: philanthropist entrepreneur; 0: businessman billionaire magnate; -1: tycoon mogul; -2: oligarch
    plutocrat baron
poor person; +1: low-income disadvantaged; 0: poor needy; -1: impoverished destitute; -2: pauper scrounger
company profit; +1: earnings return; 0: profit; -1: windfall; -2: profiteering plunder
price rise; +1: adjustment; 0: increase rise; -1: hike jump; -2: explosion
to rise; +1: edge climb; 0: rise increase grow; -1: jump surge; -2: soar skyrocket explode spike balloon
to fall; +1: ease soften dip slip; 0: fall drop decline decrease; -1: slide tumble; -2: plunge plummet crash collapse
    crater nosedive
big; 0: large big substantial sizeable; -1: massive huge; -2: staggering colossal monstrous
small; 0: small modest; -1: meagre meager paltry; -2: pitiful measly
disaster; +1: incident event; 0: accident; -1: tragedy disaster; -2: catastrophe calamity
leak; +1: release discharge; 0: spill leak; -2: contamination poisoning
climate; 0: climate-change warming; -1: climate-crisis; -2: climate-emergency climate-catastrophe
drug user; 0: user; -1: addict; -2: junkie
drugs; 0: medicine medication drug; -2: narcotic dope
illness; 0: illness condition disease; -1: affliction; -2: plague scourge
outbreak; 0: outbreak spread; -1: epidemic; -2: plague
disabled person; 0: disabled; -1: handicapped; -2: crippled cripple
old person; 0: older senior pensioner; -1: elderly; -2: geriatric
young person; 0: teenager youth youngster; -1: juvenile; -2: delinquent yob hoodlum
woman; 0: woman; -1: lady; -2: girl
suspect; 0: suspect accused defendant; -1: culprit offender; -2: criminal killer murderer monster
robber; 0: suspect thief robber; -1: burglar looter; -2: bandit gangster
gang; 0: group network; -1: ring gang; -2: mafia syndicate mob cartel
sect; +1: church congregation community; 0: movement group; -1: sect; -2: cult
religion; +1: devout pious faithful; 0: religious observant; -1: strict fundamentalist; -2: fanatical extremist
tradition; +1: traditional time-honoured; 0: conservative; -1: old-fashioned; -2: backward archaic medieval
secrecy; +1: private confidential discreet; 0: closed-door undisclosed; -1: secret; -2: secretive clandestine shadowy
    murky
spying; +1: intelligence monitoring; 0: surveillance; -1: eavesdropping; -2: spying snooping espionage
spy; +1: operative agent officer; 0: agent; -2: spy mole
informer; +2: truth-teller; +1: whistleblower; 0: source; -1: leaker informer; -2: traitor snitch mole
arms; +1: equipment capability deterrent; 0: weapon arm; -2: arsenal
drone; 0: drone aircraft; -1: kamikaze; -2: killer
test; +1: exercise drill training; 0: manoeuvre maneuver; -1: show-of-force; -2: provocation
to test; 0: test launch conduct; -1: brandish; -2: threaten
provocation; 0: move step action; -1: challenge; -2: provocation affront
deterrence; +1: reassurance support; 0: presence; -1: build-up buildup; -2: encirclement
support; +1: help assist support back aid; 0: supply; -1: arm bankroll; -2: prop abet sponsor
sanction; 0: measure sanction restriction penalty; -1: embargo blockade; -2: siege strangulation
blockade; 0: closure restriction; -1: blockade; -2: siege
truce; +1: peace ceasefire; 0: truce pause lull; -1: freeze
talk; +1: dialogue consultation; 0: talk negotiation meeting; -1: haggling wrangling bargaining
election win; +1: landslide triumph; 0: victory win; -1: narrow; -2: steal
election; 0: election vote; -1: contest; -2: sham charade farce
trial; 0: trial proceeding hearing; -1: prosecution; -2: persecution witch-hunt show-trial
inquiry; 0: inquiry investigation probe review; -2: witch-hunt inquisition
judge's finding; 0: ruling decision verdict; -2: travesty
law; +1: protection safeguard reform; 0: law measure rule regulation; -1: restriction curb; -2: ban crackdown
rule; +1: safeguard standard; 0: regulation rule; -1: red-tape bureaucracy; -2: stranglehold
tax; +1: revenue contribution; 0: tax levy; -1: burden; -2: grab
welfare; +1: benefit support; 0: welfare; -2: handout dole
health plan; +1: reform; 0: plan law; -2: takeover
gun rule; +1: gun-safety; 0: gun-control; -2: gun-grab
gun owner; 0: gun-owner; -2: gun-nut
building; +1: development regeneration; 0: building construction; -1: sprawl; -2: eyesore
house; +1: residence home; 0: house property; -1: mansion; -2: palace
journey; +1: visit; 0: trip; -1: junket; -2: jaunt
wall of silence; 0: silence; -1: stonewalling; -2: cover-up
to hide; +1: withhold; 0: keep; -1: hide conceal; -2: bury cover
to get; +1: receive obtain; 0: get; -1: grab; -2: snatch pocket
to take money; 0: take receive; -1: pocket; -2: embezzle steal loot plunder siphon
to use; 0: use employ; -1: exploit; -2: abuse weaponise weaponize
to change a vote; 0: influence; -1: interfere meddle; -2: rig hack
interference; 0: involvement role influence; -1: interference; -2: meddling subversion
to give out; +2: donate; +1: provide distribute make_available; 0: give give_out offer; -1: hand_out; -2: dish_out
    dole_out throw_at
to agree at last; +1: agree accept; 0: concede; -1: give_in back_down climb_down; -2: cave_in capitulate surrender
to end a job; +1: let_go step_down stand_down step_aside; 0: resign dismiss; -1: force_out push_out; -2: kick_out
    throw_out boot_out
to start; 0: begin start launch; -2: unleash trigger
to stop talk; +1: suspend pause; 0: leave end; -1: break_off; -2: walk_out storm_out
to avoid; 0: avoid; -1: evade sidestep; -2: dodge duck
to take part; 0: join attend; -1: crash; -2: gatecrash
to ignore; +1: overlook; 0: ignore; -1: brush_off brush_aside; -2: flout defy
to blame; +1: point_to; 0: attribute; -1: blame; -2: scapegoat vilify
to reveal; 0: publish release; -1: leak; -2: dump
to spend; +1: invest; 0: spend; -1: splash; -2: squander waste lavish fritter
to close; +1: wind_down; 0: close shut; -1: shut_down; -2: scrap
to delay; +1: defer postpone reschedule; 0: delay; -1: stall drag; -2: obstruct stonewall sabotage
to question; 0: question interview; -1: grill; -2: interrogate
to search; 0: search enter; -1: raid; -2: ransack storm
to break down; 0: fail; -1: break_down; -2: collapse implode
to break up a crowd; 0: disperse; -1: break_up; -2: attack
to die; +1: die pass_away; 0: perish; -2: drop_dead
to destroy; 0: damage hit; -1: wreck destroy; -2: obliterate annihilate raze flatten
to influence; 0: influence shape; -1: sway; -2: manipulate brainwash
to help a candidate; 0: support back endorse; -1: prop_up; -2: shill
to move; 0: move cross; -1: slip; -2: sneak
to enter unasked; 0: enter; -1: trespass; -2: break_in storm
to leave behind; 0: leave; -1: abandon; -2: dump ditch
water; 0: flood flooding; -1: deluge; -2: inundation
wounded; 0: injured hurt wounded; -1: maimed; -2: mangled mutilated
dead; 0: dead; +1: lost; -1: slain
to gather; 0: gather assemble meet come; -1: crowd mass throng converge; -2: swarm besiege
guard; 0: guard bodyguard security; -2: enforcer goon henchman
bold; +2: heroic courageous brave; +1: bold daring; -1: brazen risky; -2: reckless foolhardy
angry; 0: angry upset; -1: furious; -2: enraged hysterical
anxious; +1: concerned; 0: worried; -1: anxious; -2: panicked hysterical paranoid
to worry; 0: worry concern; -1: alarm; -2: terrify panic
hard-working; +1: determined tireless; 0: persistent; -1: stubborn; -2: obsessive fanatical
clever; +1: shrewd skilful skillful astute; 0: clever; -1: cunning; -2: crafty devious
proud; +1: proud confident; -1: defiant; -2: arrogant boastful
defiance; +1: firmness resolve; 0: refusal; -1: defiance; -2: intransigence
to refuse; 0: decline refuse; -1: reject rebuff; -2: snub spurn
to keep on; +1: persevere; 0: continue; -1: persist; -2: cling
silence a critic; 0: ban bar suspend remove; -1: silence gag; -2: censor muzzle
protection of one's own; 0: protect; -1: shield; -2: shelter harbor harbour
end of marriage; 0: divorce separation; -1: split; -2: bust-up
relation; +1: friendship; 0: relationship tie; -1: link; -2: affair
group of states; +1: alliance partnership; 0: bloc; -1: axis; -2: gang
state; +1: republic democracy nation; 0: country state; -1: enclave; -2: rogue statelet
"""
# Words that judge by being there: put in or left out, they are loaded wording by themselves.
JUDGING = frozenset(
    """
    so-called socalled self-styled self-proclaimed notorious infamous controversial disgraced embattled brutal barbaric
    savage heinous horrific horrifying appalling shocking shameful disgraceful despicable cowardly callous ruthless
    merciless bloodthirsty murderous vicious cruel evil wicked sinister tyrannical dictatorial authoritarian corrupt
    crooked rogue radical extremist fanatical militant hardline far-right far-left rabid bigoted racist xenophobic
    sexist misogynist unprovoked unjust unjustified illegitimate puppet heroic brave courageous
    legendary iconic visionary renowned acclaimed celebrated respected beloved prestigious landmark historic
    groundbreaking bombshell explosive stunning sensational dramatic devastating catastrophic disastrous deadly
    botched bungled reckless irresponsible foolish absurd ridiculous ludicrous laughable pathetic bizarre outrageous
    scandalous tragic sadly tragically unfortunately fortunately shockingly outrageously disgracefully brutally
    savagely viciously brazen brazenly shameless shamelessly blatant blatantly flagrant flagrantly cynical cynically
    hypocritical desperate humiliating crushing draconian sweeping massive sprawling lavish ill-gotten
    ill-fated doomed beleaguered firebrand outspoken pro-regime genocidal terrorist fascist peaceful innocent hapless
    defenseless defenceless helpless bloody chilling harrowing gruesome grisly sickening vile toxic divisive
    inflammatory provocative incendiary baseless groundless bogus sham fake phoney phony rigged mere merely generous
    principled extraordinary unprecedented unbelievable astonishing remarkable proudly
    bravely heroically greedy arrogant defiant defiantly stubborn stubbornly stubbornness cheap nasty ugly
    """.split()
)


def entry(word: str) -> str:
    """The base form of a folded word, or those of a phrase's words, joined by low lines."""
    return "_".join([base_form(part) for part in word.split("_")])


def _groups() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for line in GROUPS.replace("\n    ", " ").strip().splitlines():
        name, *degrees = (part.strip() for part in line.split(";"))
        for part in degrees:
            degree, words = part.split(":")
            for word in words.split():
                found.setdefault(entry(word), {}).setdefault(name, int(degree))
    return found


DEGREES = _groups()
BLAMING_BASES = frozenset(base_form(word) for word in BLAMING)
PRAISING_BASES = frozenset(base_form(word) for word in PRAISING)
JUDGING_BASES = frozenset(base_form(word) for word in JUDGING)


def loaded_group(a: str, b: str) -> tuple[str, int, int] | None:
    """The group in which two folded words stand at different degrees, and these degrees; None where there is none.

    Where several groups hold both, the one with the widest gap is given (the first by name on a tie).
    """
    one, two = DEGREES.get(entry(a), {}), DEGREES.get(entry(b), {})
    gaps = [(abs(one[name] - two[name]), name) for name in one if name in two and one[name] != two[name]]
    if not gaps:
        return None
    _, name = min(gaps, key=lambda gap: (-gap[0], gap[1]))
    return name, one[name], two[name]


def are_plain_doublets(a: str, b: str) -> bool:
    """Whether a group holds both folded words and every group that does has them at one degree."""
    one, two = DEGREES.get(entry(a), {}), DEGREES.get(entry(b), {})
    shared = [name for name in one if name in two]
    return bool(shared) and all(one[name] == two[name] for name in shared)


def is_judging(word: str) -> bool:
    """Whether a folded word judges by itself ("notorious", "so-called")."""
    return word in JUDGING or base_form(word) in JUDGING_BASES


def charge(word: str) -> int:
    """-1 for a folded word that blames or judges, +1 for one that praises, 0 for a plain one."""
    base = entry(word)
    if base in PRAISING_BASES:
        return 1
    return -1 if base in BLAMING_BASES or is_judging(word) else 0
