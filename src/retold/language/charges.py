"""Words that blame and words that praise, whatever they stand for.

Data only; our own reading of English, by the sorts of act and person that such words are made of: deceit, violence,
cowardice, waste, weakness, disorder, figures of war and disaster for a change of degree; courage, skill, generosity.
Words that are as often plain ("row", "tank", "save") are left out. Inflections are reached through base forms. They
decide only where one such word stands for a plain one in otherwise equal surroundings.
"""

from __future__ import annotations

from retold.language.wordlists import word_set

BLAMING = word_set(
    """
    abandon abduct abet abhorrent abomination abuse abuser abysmal accomplice acolyte acolytes addict aggressor
    agitator agony alarmist anarchic anguish annihilate apologist appalling apparatchik arm-twist arrogance
    atrocious atrocity autocrat avalanche axe backdoor backlash backpedal backroom backtrack bailout bait bandit
    barbarian barbarity barrage bash batter beast bedlam beg behemoth bellow berate besiege besmirch betray
    betrayal bickering bigot bilk blackmail blast bleak blitz bloated bloodbath bloodshed bludgeon blunder bluster
    bogus bombard boondoggle boot botch brag brainwash brawl bribe bristle browbeat brutalise brutality brutalize
    bulldoze bully bumble bungle bungler burden busybody butcher cabal calamity calculating capitulate
    capitulation carnage cartel cash-grab castigate catastrophe cavalier censor chaos chaotic charade charlatan
    cheat choke chokehold clamor clamour clamp clampdown clandestine climbdown clique clueless clumsy coerce
    collaborator collapse collude concoct conman conniving conspirator coterie coup covert coward cower crackdown
    crackpot crafty crash crass craven criminal cringe cripple crisis crony cronyism crook cruelty crumbling crush
    cull cult cunning cushy cutthroat cynic dastardly deadbeat debacle deceit deceive decimate decrepit defame
    defiance defile defraud degrade delude demagogue demean demolish demonise demonize deplore deprive derail
    deranged deride desecrate despicable despot destroy devastate devastation diatribe dictate dictator
    dilapidated dire dirty disarray disaster disciple disfigure disgrace disgruntled dismal disorderly
    disorganised disorganized disrupt distort ditch dither dodge dodgy dogma dole doom dreadful dubious dump dupe
    egregious embezzle enforcer engulf enslave eradicate evade evict evil excoriate exorbitant exploit exterminate
    extort extravagant extremist fabricate fanatic farce fat-cat feeble fester feud feverish fiasco fiddle filch
    filth filthy firebrand flail flatter flaunt flee fleece flip-flop flop flounder flout flunkey flunkies foist
    foul fracas fraud fraudster freeloader freeze-out frenzy fulminate fumble fume furtive fury gaffe gamble gang
    garbage genocide ghastly ghetto ghoul giant gilded gimmick giveaway gloat glut gobble godfather goliath goon
    gouge grab grandstand grasping greed grill grim gripe grisly grovel growl grubby gruesome gut hack half-baked
    half-hearted hammer handout harangue harass hardline hardliner harrow hatred havoc heartbreak heavy-handed
    hector henchman hideous hijack hiss hoard hoax hoodlum hooligan horde horror hothead hound huckster humiliate
    hype hypocrite hysteria hysterical ideologue idiot ignorant illegal immoral imperil impoverish incite
    incompetent indoctrinate inept ineptitude infamy infest infighting infiltrate inflame inflict infringe inhuman
    insane insidious insolence insult intransigent inundate invade invader invective jeer jeopardise jeopardize
    jettison jolt juggernaut junk junket junta kingpin kneecap lackey lackluster lacklustre laggard lambast
    lampoon land-grab lapdog lash lavish lawless lax leech liar lie loiter loose-cannon loot looter looting lout
    loutish lowlife lunatic lurch lure lurid lurk lynch mad madman mafia magnate maim malice malign mangle manhunt
    maniac manipulate manipulative massacre maul maverick mayhem meddle meddler melee meltdown menace mercenary
    mess minions mire misery mishandle mislead mismanage misrule mob mock mockery mogul molest monster monstrous
    motley mouthpiece muddle mudslinging murder murderer murky mutilate mutiny nab nag narcissist nefarious
    neglect negligent nepotism nightmare noose nosedive notoriety obliterate obscene obstruct odious oligarch
    ominous onslaught oppress oppression opulent ordeal ostracise ostracize oust outcry outlandish outlaw outrage
    overreach overrun pandemonium pander panic panicky paranoid parasite pariah pawn peddle peddler peril
    perpetrate persecute perverse pervert pest pester phony pilfer pillage pillory pittance plague plight plot
    ploy plummet plunder plunge pogrom poison pollute pompous pounce power-grab preach predator predatory prey
    profiteer profiteering propaganda provoke prowl pummel punish puppet purge quack quagmire quarrel quash
    quibble rabble rabble-rouser rabid racket racketeer radical rage ragtag raid railroad rampage ramshackle
    rancor rancour ransack rant rapacious rape rattle ravage raze rebuff reckless regime relentless renegade
    repress repression reprisal repugnant revenge revile ridicule rift rig ringleader rip roast rogue rot rout
    rowdy rubbish ruckus ruffian ruin rundown ruse ruthless sabotage sadistic savage scam scandal scapegoat scare
    scaremonger scathing scheme scoff scold scorch scorn scoundrel scourge scrap scrounge scuffle scupper scuttle
    secretive seditious seedy seethe seize self-serving sell-out sellout senseless shadowy shady sham shambles
    shambolic shameless shirk shock shoddy shove showdown shriek shun sidestep siege sinister siphon skewer skulk
    skyrocket slack slam slander slapdash slash slaughter slave sleaze sleazy slink slippery slither sloppy slump
    slur sly smash smear smokescreen smug smuggle snarl snatch sneak sneer snipe snoop snub soak soar sordid spat
    spectacle spew spin spin-doctor spineless spiral spite spiteful splurge spook spout spree spurious spurn
    squabble squalid squander squash squirm stab stagger stain stampede starve steamroll stifle stonewall stooge
    storm straitjacket stranglehold strident strong-arm stubborn stunt stupid subjugate subversive subvert sully
    surge surly swagger swamp swanky swindle swindler swoop sycophant syndicate taint tantrum tarnish taunt tawdry
    teeter terrify terror terrorise terrorist terrorize thrash thug thunder thwart tirade toothless topple torment
    torpedo torture totalitarian tout toxic tragedy traitor trample trash travesty treacherous treachery treason
    trick troublemaker trumpet tsunami tumble tumult turf-war turmoil turncoat tycoon tyrannical tyranny tyrant
    u-turn ugly ultimatum underhand unhinged unleash unrest unruly unsavory unsavoury unscrupulous untruth
    upheaval uproar upstart usurp usurper vandal vengeance vengeful venom vermin vicious vigilante vile vilify
    villain vitriol vulgar vulture wail wallow wanton warlord warmonger warmongering waste wasteful weaponise
    weaponize weasel whine whisk whitewash wicked wily witch-hunt woeful worthless wrath wreak wreck wretched
    wriggle wrongdoing yob zealot
    """
)
PRAISING = word_set(
    """
    acclaim ace admirable amazing applaud astute beacon big-hearted bless bonanza boon brave bravery breakthrough
    breathtaking brilliant celebrate champion charming cherish compassionate courage crusade crusader darling
    dauntless dazzle dedicated delight devoted distinguished doyen eminent enlightened esteemed exceptional
    exemplary extol fabulous far-sighted farsighted fearless feat fete flawless flourish formidable gallant
    gallantry gem generous genius gifted glittering glorify glorious glory godsend golden grace grand great
    guardian gutsy hail healer hero heroic heroine honest honor honour humanitarian icon ideal illustrious
    immortal impeccable incomparable indomitable ingenious inspire inspiring integrity invincible jewel jubilant
    laud legend legendary liberate liberator lifeline lovable loyal luminary maestro magical magnanimous
    magnificent majestic martyr marvel marvellous marvelous masterful mastermind masterpiece masterstroke merciful
    meritorious meticulous milestone miracle miraculous momentous noble outstanding painless painstaking paragon
    patriot patriotic peacemaker peerless perfect phenomenal pillar pioneer plucky praise precious prized prodigy
    promising proud prudent pure redeem rejoice resolute revere rousing saint salute salvation savior saviour
    seamless selfless sparkling splendid stalwart statesman steadfast stellar stirring sublime superb supreme
    thrilling tireless titan torchbearer trailblazer treasure tribute triumph triumphant trusted unbeatable
    unbowed unflinching unrivalled untiring unwavering upstanding valiant venerable victor victorious vindicate
    virtuoso virtuous visionary windfall wise wonder wonderful world-class worthy
    """
)
