/** The words that a value may be (ECMA-376 Part 1, 17.18, 20.1.10, 22.9); `a>b`: it is written, and means `b`. */
export const words = `
absolutePositionTabAlignment left center right
absolutePositionTabLeaderChar none dot hyphen underscore middleDot
absolutePositionTabPositioningBase margin indent
alignH left right center inside outside
alignV top bottom center inside outside
automaticColor auto
bevelPreset relaxedInset circle slope cross angle softRound convex coolSlant divot riblet hardEdge artDeco
blackAndWhiteMode color auto grayScale lightGrayScale inverseGray grayOutline highContrast black white
  undrawn blackTextAndLines
blackWhiteMode clr auto gray ltGray invGray grayWhite blackGray blackWhite black white hidden
blendMode over mult screen darken lighten
blipCompression email screen print hqprint none
boolean true false on off 0 1
border nil none single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap
  thickThinSmallGap thinThickThinSmallGap thinThickMediumGap thickThinMediumGap thinThickThinMediumGap
  thinThickLargeGap thickThinLargeGap thinThickThinLargeGap wave doubleWave dashSmallGap dashDotStroked
  threeDEmboss threeDEngrave outset inset apples archedScallops babyPacifier babyRattle balloons3Colors
  balloonsHotAir basicBlackDashes basicBlackDots basicBlackSquares basicThinLines basicWhiteDashes
  basicWhiteDots basicWhiteSquares basicWideInline basicWideMidline basicWideOutline bats birds
  birdsFlight cabins cakeSlice candyCorn celticKnotwork certificateBanner chainLink champagneBottle
  checkedBarBlack checkedBarColor checkered christmasTree circlesLines circlesRectangles classicalWave
  clocks compass confetti confettiGrays confettiOutline confettiStreamers confettiWhite cornerTriangles
  couponCutoutDashes couponCutoutDots crazyMaze creaturesButterfly creaturesFish creaturesInsects
  creaturesLadyBug crossStitch cup decoArch decoArchColor decoBlocks diamondsGray doubleD doubleDiamonds
  earth1 earth2 eclipsingSquares1 eclipsingSquares2 eggsBlack fans film firecrackers flowersBlockPrint
  flowersDaisies flowersModern1 flowersModern2 flowersPansy flowersRedRose flowersRoses flowersTeacup
  flowersTiny gems gingerbreadMan gradient handmade1 handmade2 heartBalloon heartGray hearts heebieJeebies
  holly houseFunky hypnotic iceCreamCones lightBulb lightning1 lightning2 mapPins mapleLeaf mapleMuffins
  marquee marqueeToothed moons mosaic musicNotes northwest ovals packages palmsBlack palmsColor paperClips
  papyrus partyFavor partyGlass pencils people peopleWaving peopleHats poinsettias postageStamp pumpkin1
  pushPinNote2 pushPinNote1 pyramids pyramidsAbove quadrants rings safari sawtooth sawtoothGray scaredCat
  seattle shadowedSquares sharksTeeth shorebirdTracks skyrocket snowflakeFancy snowflakes sombrero
  southwest stars starsTop stars3d starsBlack starsShadowed sun swirligig tornPaper tornPaperBlack trees
  triangleParty triangles tribal1 tribal2 tribal3 tribal4 tribal5 tribal6 triangle1 triangle2
  triangleCircle1 triangleCircle2 shapes1 shapes2 twistedLines1 twistedLines2 vine waveline weavingAngles
  weavingBraid weavingRibbon weavingStrips whiteFlowers woodwork xIllusions zanyTriangles zigZag
  zigZagStitch
break page column textWrapping
breakBinaryOperator before after repeat
breakBinarySubtraction -- -+ +-
breakTextRestartLocation none left right all
calendar gregorian hijri umalqura hebrew taiwan japan thai korea saka gregorianXlitEnglish
  gregorianXlitFrench gregorianUs gregorianMeFrench gregorianArabic none
chapterSeparator hyphen period colon emDash enDash
characterSpacing doNotCompress compressPunctuation compressPunctuationAndJapaneseKana
colorSchemeIndex dark1 light1 dark2 light2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink
  followedHyperlink
combineBracket none round square angle curly
compatSettingName compatibilityMode overrideTableStyleFontSizeAndJustification enableOpenTypeFeatures
  doNotFlipMirrorIndents differentiateMultirowTableHeaders useWord2013TrackBottomHyphenation
  allowHyphenationAtTrackBottom allowTextAfterFloatingTableBreak
compoundLine sng dbl thickThin thinThick tri
connect none rect segments custom
connector none straight elbow curved
dateFormat text date dateTime
direction ltr rtl
docGrid default lines linesAndChars snapToChars
documentConformance transitional strict
drawingColorSchemeIndex dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink
drawingTextWrapping none square
dropCapLocation none drop margin
editAs canvas orgchart radial cycle stacked venn bullseye
emphasisMark none dot comma circle underDot
extensionHandlingBehavior view edit backwardCompatible
fieldChar begin separate end
fill gradientCenter solid pattern tile frame gradientUnscaled gradientRadial gradient background
fillType solid gradient gradientRadial tile pattern frame
fontCollectionIndex major minor none
fontFamily decorative modern roman script swiss auto
fontPitch fixed variable default
fontTypeHint default eastAsia cs
headerFooter even default first
heightRule auto exact atLeast
highlightColor black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen darkMagenta
  darkRed darkYellow darkGray lightGray none
horizontalAlignment left center right inside outside
horizontalAnchor margin page text
horizontalRelativePosition margin page column character leftMargin rightMargin insideMargin outsideMargin
horizontalRuleAlignment left right center
imageAspect ignore atMost atLeast
insetMargin auto custom
justification left start center right end both mediumKashida distribute numTab highKashida lowKashida
  thaiDistribute
levelJustification left center right start>left end>right
levelSuffix tab space nothing
ligatures none standard contextual historical discretional standardContextual standardHistorical
  contextualHistorical standardDiscretional contextualDiscretional historicalDiscretional
  standardContextualHistorical standardContextualDiscretional standardHistoricalDiscretional
  contextualHistoricalDiscretional all
lightRig legacyFlat1 legacyFlat2 legacyFlat3 legacyFlat4 legacyNormal1 legacyNormal2 legacyNormal3
  legacyNormal4 legacyHarsh1 legacyHarsh2 legacyHarsh3 legacyHarsh4 threePt balanced soft harsh flood
  contrasting morning sunrise sunset chilly freezing flat twoPt glow brightRoom
lightRigDirection tl t tr l r bl b br
limitLocation undOvr subSup
lineCap rnd sq flat
lineEnd none triangle stealth diamond oval arrow
lineEndLength sm med lg
lineEndWidth sm med lg
lineNumberRestart newPage newSection continuous
lineSpacingRule auto exact atLeast
locking sdtLocked contentLocked unlocked sdtContentLocked
mathJustification left right center centerGroup
mergedCell continue restart
multiLevel singleLevel multilevel hybridMultilevel
numberForm default lining oldStyle
numberFormat decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex
  chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal
  japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth
  decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen
  decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac
  ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand
  taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand koreanDigital
  koreanCounting koreanLegal koreanDigital2 vietnameseCounting russianLower russianUpper none numberInDash
  hebrew1 hebrew2 arabicAlpha arabicAbjad hindiVowels hindiConsonants hindiNumbers hindiCounting
  thaiLetters thaiNumbers thaiCounting bahtText dollarText custom
numberSpacing default proportional tabular
onOffOnly on off true>on false>off 1>on 0>off
pageBorderDisplay allPages firstPage notFirstPage
pageBorderOffset page text
pageBorderZOrder front back
pageOrientation portrait landscape
pathFillMode none norm lighten lightenLess darken darkenLess
pathShade shape circle rect
penAlignment ctr in
presetCamera legacyObliqueTopLeft legacyObliqueTop legacyObliqueTopRight legacyObliqueLeft
  legacyObliqueFront legacyObliqueRight legacyObliqueBottomLeft legacyObliqueBottom
  legacyObliqueBottomRight legacyPerspectiveTopLeft legacyPerspectiveTop legacyPerspectiveTopRight
  legacyPerspectiveLeft legacyPerspectiveFront legacyPerspectiveRight legacyPerspectiveBottomLeft
  legacyPerspectiveBottom legacyPerspectiveBottomRight orthographicFront isometricTopUp isometricTopDown
  isometricBottomUp isometricBottomDown isometricLeftUp isometricLeftDown isometricRightUp
  isometricRightDown isometricOffAxis1Left isometricOffAxis1Right isometricOffAxis1Top
  isometricOffAxis2Left isometricOffAxis2Right isometricOffAxis2Top isometricOffAxis3Left
  isometricOffAxis3Right isometricOffAxis3Bottom isometricOffAxis4Left isometricOffAxis4Right
  isometricOffAxis4Bottom obliqueTopLeft obliqueTop obliqueTopRight obliqueLeft obliqueRight
  obliqueBottomLeft obliqueBottom obliqueBottomRight perspectiveFront perspectiveLeft perspectiveRight
  perspectiveAbove perspectiveBelow perspectiveAboveLeftFacing perspectiveAboveRightFacing
  perspectiveContrastingLeftFacing perspectiveContrastingRightFacing perspectiveHeroicLeftFacing
  perspectiveHeroicRightFacing perspectiveHeroicExtremeLeftFacing perspectiveHeroicExtremeRightFacing
  perspectiveRelaxed perspectiveRelaxedModerately
presetColor aliceBlue antiqueWhite aqua aquamarine azure beige bisque black blanchedAlmond blue blueViolet
  brown burlyWood cadetBlue chartreuse chocolate coral cornflowerBlue cornsilk crimson cyan dkBlue dkCyan
  dkGoldenrod dkGray dkGreen dkKhaki dkMagenta dkOliveGreen dkOrange dkOrchid dkRed dkSalmon dkSeaGreen
  dkSlateBlue dkSlateGray dkTurquoise dkViolet deepPink deepSkyBlue dimGray dodgerBlue firebrick
  floralWhite forestGreen fuchsia gainsboro ghostWhite gold goldenrod gray green greenYellow honeydew
  hotPink indianRed indigo ivory khaki lavender lavenderBlush lawnGreen lemonChiffon ltBlue ltCoral ltCyan
  ltGoldenrodYellow ltGray ltGreen ltPink ltSalmon ltSeaGreen ltSkyBlue ltSlateGray ltSteelBlue ltYellow
  lime limeGreen linen magenta maroon medAquamarine medBlue medOrchid medPurple medSeaGreen medSlateBlue
  medSpringGreen medTurquoise medVioletRed midnightBlue mintCream mistyRose moccasin navajoWhite navy
  oldLace olive oliveDrab orange orangeRed orchid paleGoldenrod paleGreen paleTurquoise paleVioletRed
  papayaWhip peachPuff peru pink plum powderBlue purple red rosyBrown royalBlue saddleBrown salmon
  sandyBrown seaGreen seaShell sienna silver skyBlue slateBlue slateGray snow springGreen steelBlue tan
  teal thistle tomato turquoise violet wheat white whiteSmoke yellow yellowGreen darkBlue darkCyan
  darkGoldenrod darkGray darkGrey darkGreen darkKhaki darkMagenta darkOliveGreen darkOrange darkOrchid
  darkRed darkSalmon darkSeaGreen darkSlateBlue darkSlateGray darkSlateGrey darkTurquoise darkViolet
  lightBlue lightCoral lightCyan lightGoldenrodYellow lightGray lightGrey lightGreen lightPink lightSalmon
  lightSeaGreen lightSkyBlue lightSlateGray lightSlateGrey lightSteelBlue lightYellow mediumAquamarine
  mediumBlue mediumOrchid mediumPurple mediumSeaGreen mediumSlateBlue mediumSpringGreen mediumTurquoise
  mediumVioletRed dkGrey dimGrey dkSlateGrey grey ltGrey ltSlateGrey slateGrey
presetLineDash solid dot sysDot dash sysDash lgDash dashDot sysDashDot lgDashDot lgDashDotDot
  sysDashDotDot
presetMaterialType legacyMatte legacyPlastic legacyMetal legacyWireframe matte plastic metal warmMatte
  translucentPowder powder dkEdge softEdge clear flat softmetal
presetPattern pct5 pct10 pct20 pct25 pct30 pct40 pct50 pct60 pct70 pct75 pct80 pct90 horz vert ltHorz
  ltVert dkHorz dkVert narHorz narVert dashHorz dashVert cross dnDiag upDiag ltDnDiag ltUpDiag dkDnDiag
  dkUpDiag wdDnDiag wdUpDiag dashDnDiag dashUpDiag diagCross smCheck lgCheck smGrid lgGrid dotGrid
  smConfetti lgConfetti horzBrick diagBrick solidDmnd openDmnd dotDmnd plaid sphere weave divot shingle
  wave trellis zigZag
presetShadow shdw1 shdw2 shdw3 shdw4 shdw5 shdw6 shdw7 shdw8 shdw9 shdw10 shdw11 shdw12 shdw13 shdw14
  shdw15 shdw16 shdw17 shdw18 shdw19 shdw20
presetZoom none fullPage bestFit textFit
rectangleAlignment tl t tr l ctr r bl b br
schemeColor bg1 tx1 bg2 tx2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink dk1 lt1 dk2 lt2
  phClr
sdtAppearance boundingBox tags hidden
sectionMark nextPage nextColumn continuous evenPage oddPage
shadingPattern nil clear solid horzStripe vertStripe reverseDiagStripe diagStripe horzCross diagCross
  thinHorzStripe thinVertStripe thinReverseDiagStripe thinDiagStripe thinHorzCross thinDiagCross pct5
  pct10 pct12 pct15 pct20 pct25 pct30 pct35 pct37 pct40 pct45 pct50 pct55 pct60 pct62 pct65 pct70 pct75
  pct80 pct85 pct87 pct90 pct95
shadow single double emboss perspective shapeRelative drawingRelative
shapeType line lineInv triangle rtTriangle rect diamond parallelogram trapezoid nonIsoscelesTrapezoid
  pentagon hexagon heptagon octagon decagon dodecagon star4 star5 star6 star7 star8 star10 star12 star16
  star24 star32 roundRect round1Rect round2SameRect round2DiagRect snipRoundRect snip1Rect snip2SameRect
  snip2DiagRect plaque ellipse teardrop homePlate chevron pieWedge pie blockArc donut noSmoking rightArrow
  leftArrow upArrow downArrow stripedRightArrow notchedRightArrow bentUpArrow leftRightArrow upDownArrow
  leftUpArrow leftRightUpArrow quadArrow leftArrowCallout rightArrowCallout upArrowCallout
  downArrowCallout leftRightArrowCallout upDownArrowCallout quadArrowCallout bentArrow uturnArrow
  circularArrow leftCircularArrow leftRightCircularArrow curvedRightArrow curvedLeftArrow curvedUpArrow
  curvedDownArrow swooshArrow cube can lightningBolt heart sun moon smileyFace irregularSeal1
  irregularSeal2 foldedCorner bevel frame halfFrame corner diagStripe chord arc leftBracket rightBracket
  leftBrace rightBrace bracketPair bracePair straightConnector1 bentConnector2 bentConnector3
  bentConnector4 bentConnector5 curvedConnector2 curvedConnector3 curvedConnector4 curvedConnector5
  callout1 callout2 callout3 accentCallout1 accentCallout2 accentCallout3 borderCallout1 borderCallout2
  borderCallout3 accentBorderCallout1 accentBorderCallout2 accentBorderCallout3 wedgeRectCallout
  wedgeRoundRectCallout wedgeEllipseCallout cloudCallout cloud ribbon ribbon2 ellipseRibbon ellipseRibbon2
  leftRightRibbon verticalScroll horizontalScroll wave doubleWave plus flowChartProcess flowChartDecision
  flowChartInputOutput flowChartPredefinedProcess flowChartInternalStorage flowChartDocument
  flowChartMultidocument flowChartTerminator flowChartPreparation flowChartManualInput
  flowChartManualOperation flowChartConnector flowChartPunchedCard flowChartPunchedTape
  flowChartSummingJunction flowChartOr flowChartCollate flowChartSort flowChartExtract flowChartMerge
  flowChartOfflineStorage flowChartOnlineStorage flowChartMagneticTape flowChartMagneticDisk
  flowChartMagneticDrum flowChartDisplay flowChartDelay flowChartAlternateProcess
  flowChartOffpageConnector actionButtonBlank actionButtonHome actionButtonHelp actionButtonInformation
  actionButtonForwardNext actionButtonBackPrevious actionButtonEnd actionButtonBeginning
  actionButtonReturn actionButtonDocument actionButtonSound actionButtonMovie gear6 gear9 funnel mathPlus
  mathMinus mathMultiply mathDivide mathEqual mathNotEqual cornerTabs squareTabs plaqueTabs chartX
  chartStar chartPlus
sizeRelativeHorizontally margin page leftMargin rightMargin insideMargin outsideMargin
sizeRelativeVertically margin page topMargin bottomMargin insideMargin outsideMargin
space default preserve
strokeArrow none block classic oval diamond open
strokeArrowLength short medium long
strokeArrowWidth narrow medium wide
strokeEndCap flat square round
strokeFillType solid tile pattern frame
strokeJoinStyle round bevel miter
strokeLineStyle single thinThin thinThick thickThin thickBetweenThin
style paragraph character table numbering
systemColor scrollBar background activeCaption inactiveCaption menu window windowFrame menuText windowText
  captionText activeBorder inactiveBorder appWorkspace highlight highlightText btnFace btnShadow grayText
  btnText inactiveCaptionText btnHighlight 3dDkShadow 3dLight infoText infoBk hotLight
  gradientActiveCaption gradientInactiveCaption menuHighlight menuBar
tableLayout fixed autofit
tableOverlap never overlap
tableRowAlignment left center right start>left end>right
tableStyleOverride wholeTable firstRow lastRow firstCol lastCol band1Vert band2Vert band1Horz band2Horz
  neCell nwCell seCell swCell
tableVerticalAlignment top center bottom
tableWidth nil dxa
tableWidthUnit nil pct dxa auto
tabStop clear left start center right end decimal bar num
tabStopLeaderChar none dot hyphen underscore heavy middleDot
textAlignmentType l ctr r just justLow dist thaiDist
textAnchoringType t ctr b
textAutoNumberScheme alphaLcParenBoth alphaUcParenBoth alphaLcParenR alphaUcParenR alphaLcPeriod
  alphaUcPeriod arabicParenBoth arabicParenR arabicPeriod arabicPlain romanLcParenBoth romanUcParenBoth
  romanLcParenR romanUcParenR romanLcPeriod romanUcPeriod circleNumDbPlain circleNumWdBlackPlain
  circleNumWdWhitePlain arabicDbPeriod arabicDbPlain ea1ChsPeriod ea1ChsPlain ea1ChtPeriod ea1ChtPlain
  ea1JpnChsDbPeriod ea1JpnKorPlain ea1JpnKorPeriod arabic1Minus arabic2Minus hebrew2Minus thaiAlphaPeriod
  thaiAlphaParenR thaiAlphaParenBoth thaiNumPeriod thaiNumParenR thaiNumParenBoth hindiAlphaPeriod
  hindiNumPeriod hindiNumParenR hindiAlpha1Period
textBoxTightWrap none allLines firstAndLastLine firstLineOnly lastLineOnly
textCaps none small all
textDirection lrTb tb tbRl rl btLr lr lrTbV tbV tbRlV rlV tbLrV lrV
textEffect blinkBackground lights antsBlack antsRed shimmer sparkle none
textFontAlignment auto t ctr base b
textHorizontalOverflow overflow clip
textPresetMaterialType legacyMatte legacyPlastic legacyMetal legacyWireframe matte plastic metal warmMatte
  translucentPowder powder dkEdge softEdge clear flat softmetal none
textRectangleAlignment none tl t tr l ctr r bl b br
textShape textNoShape textPlain textStop textTriangle textTriangleInverted textChevron textChevronInverted
  textRingInside textRingOutside textArchUp textArchDown textCircle textButton textArchUpPour
  textArchDownPour textCirclePour textButtonPour textCurveUp textCurveDown textCanUp textCanDown textWave1
  textWave2 textDoubleWave1 textWave4 textInflate textDeflate textInflateBottom textDeflateBottom
  textInflateTop textDeflateTop textDeflateInflate textDeflateInflateDeflate textFadeRight textFadeLeft
  textFadeUp textFadeDown textSlantUp textSlantDown textCascadeUp textCascadeDown
textStrike noStrike sngStrike dblStrike
textTabAlignment l ctr r dec
textUnderline none words sng dbl heavy dotted dottedHeavy dash dashHeavy dashLong dashLongHeavy dotDash
  dotDashHeavy dotDotDash dotDotDashHeavy wavy wavyHeavy wavyDbl
textVertical horz vert vert270 wordArtVert eaVert mongolianVert wordArtVertRtl
textVerticalOverflow overflow ellipsis clip
textWrapping auto notBeside around tight through none
themeColor dark1 light1 dark2 light2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink
  followedHyperlink none background1 text1 background2 text2
themeFont majorEastAsia majorBidi majorAscii majorHAnsi minorEastAsia minorBidi minorAscii minorHAnsi
tileFlip none x y xy
underline single words double thick dotted dottedHeavy dash dashedHeavy dashLong dashLongHeavy dotDash
  dashDotHeavy dotDotDash dashDotDotHeavy wave wavyHeavy wavyDouble none
verticalAlignment inline top center bottom inside outside
verticalAnchor margin page text
verticalJustification top center both bottom
verticalPosition baseline superscript subscript
verticalRelativePosition margin page paragraph line topMargin bottomMargin insideMargin outsideMargin
verticalTextAlignment top center baseline bottom auto
view none print outline masterPages normal web
vmlBorder none single thick double hairline dot dash dotDash dashDotDot triple thinThickSmall
  thickThinSmall thickBetweenThinSmall thinThick thickThin thickBetweenThin thinThickLarge thickThinLarge
  thickBetweenThinLarge wave doubleWave dashedSmall dashDotStroked threeDEmboss threeDEngrave HTMLOutset
  HTMLInset
wrap topAndBottom square none tight through
wrapSide both left right largest
wrapText bothSides left right largest
`
