/** Text, styles, lists, settings (ECMA-376 Part 1, 17; Part 4) in the notation of `word/grammar.ts`. */
export const wordprocessing = `
namespace w qualified
%look rFonts? b? bCs? i? iCs? caps? smallCaps? strike? dstrike? outline? shadow? emboss? imprint? noProof?
  snapToGrid? vanish? webHidden? color? spacing=ShortTwipsMeasure? w? kern? position? sz? szCs?
%paragraph keepNext? keepLines? pageBreakBefore? framePr? widowControl? numPr? suppressLineNumbers? pBdr?
  shd? tabs? suppressAutoHyphens? kinsoku? wordWrap? overflowPunct? topLinePunct? autoSpaceDE?
  autoSpaceDN? bidi? adjustRightInd? snapToGrid? spacing? ind? contextualSpacing? mirrorIndents?
  suppressOverlap? jc? textDirection? textAlignment? textboxTightWrap? outlineLvl?
%effects w14:glow? w14:shadow? w14:reflection? w14:textOutline? w14:textFill? w14:scene3d? w14:props3d?
  w14:ligatures? w14:numForm? w14:numSpacing? w14:stylisticSets? w14:cntxtAlts?
%lines u? effect? bdr? shd? fitText? vertAlign?
Document <document> { body }
Styles <styles> { docDefaults? latentStyles? style* }
HdrFtr <hdr ftr> { (sdt | p | tbl)* }
Settings <settings> { view? zoom? doNotDisplayPageBoundaries? displayBackgroundShape?
  printPostScriptOverText? printFractionalCharacterWidth? printFormsData? embedTrueTypeFonts?
  embedSystemFonts? saveSubsetFonts? saveFormsData? mirrorMargins? alignBordersAndEdges?
  bordersDoNotSurroundHeader? bordersDoNotSurroundFooter? gutterAtTop? doNotTrackMoves?
  doNotTrackFormatting? autoFormatOverride? styleLockTheme? styleLockQFSet? defaultTabStop?
  autoHyphenation? consecutiveHyphenLimit? hyphenationZone? doNotHyphenateCaps? showEnvelope?
  summaryLength? clickAndTypeStyle? defaultTableStyle? evenAndOddHeaders? bookFoldRevPrinting?
  bookFoldPrinting? bookFoldPrintingSheets? drawingGridHorizontalSpacing? drawingGridVerticalSpacing?
  displayHorizontalDrawingGridEvery? displayVerticalDrawingGridEvery? doNotUseMarginsForDrawingGridOrigin?
  drawingGridHorizontalOrigin? drawingGridVerticalOrigin? doNotShadeFormData? noPunctuationKerning?
  characterSpacingControl? printTwoOnOne? strictFirstAndLastChars? noLineBreaksAfter? noLineBreaksBefore?
  savePreviewPicture? doNotValidateAgainstSchema? saveInvalidXml? ignoreMixedContent?
  alwaysShowPlaceholderText? doNotDemarcateInvalidXml? saveXmlDataOnly? useXSLTWhenSaving? showXMLTags?
  alwaysMergeEmptyNamespace? compat? m:mathPr? clrSchemeMapping? doNotIncludeSubdocsInStats?
  doNotAutoCompressPictures? decimalSymbol? listSeparator? }
FontsList <fonts> { font* }
Numbering <numbering> { numPicBullet* abstractNum* num* numIdMacAtCleanup? }
Body <body> { (sdt | p | tbl)* sectPr? }
DocDefaults <docDefaults> { rPrDefault? pPrDefault? }
LatentStyles <latentStyles> onOff: defLockedState defSemiHidden defUnhideWhenUsed defQFormat; 0..99:
  defUIPriority; int: count { lsdException* }
Style <style> style: type; text..253: styleId; onOff: default customStyle { name? aliases? basedOn? next?
  link? autoRedefine? hidden? uiPriority? semiHidden? unhideWhenUsed? qFormat? locked? personal?
  personalCompose? personalReply? pPr? rPr? tblPr? trPr? tcPr? tblStylePr* }
SdtBlock <sdt> { sdtPr? sdtEndPr? sdtContent? }
P <p> { pPr=PPr? (fldSimple | hyperlink | sdt=SdtRun | r | bdo | dir)* }
Tbl <tbl> { tblPr=TblPr tblGrid (tr | sdt=SdtRow)* }
View <view> view: val!
Zoom <zoom> presetZoom: val; width: percent
OnOff <doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
  printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts
  saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter
  gutterAtTop doNotTrackMoves doNotTrackFormatting autoFormatOverride styleLockTheme styleLockQFSet
  autoHyphenation doNotHyphenateCaps showEnvelope evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting
  doNotUseMarginsForDrawingGridOrigin doNotShadeFormData noPunctuationKerning printTwoOnOne
  strictFirstAndLastChars savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent
  alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving showXMLTags
  alwaysMergeEmptyNamespace doNotIncludeSubdocsInStats doNotAutoCompressPictures
  useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance
  balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace
  doNotExpandShiftReturn spacingInWholePoints lineWrapLikeWord6 printBodyTextBeforeHeader printColBlack
  wpSpaceWidth showBreaksInFrames subFontBySize suppressBottomSpacing suppressTopSpacing
  suppressSpacingAtTopOfPage suppressTopSpacingWP suppressSpBfAfterPgBrk swapBordersFacingPages
  convMailMergeEsc truncateFontHeightsLikeWP6 mwSmallCaps usePrinterMetrics doNotSuppressParagraphBorders
  wrapTrailSpaces footnoteLayoutLikeWW8 shapeLayoutLikeWW8 alignTablesRowByRow forgetLastTabAlignment
  adjustLineHeightInTable autoSpaceLikeWord95 noSpaceRaiseLower doNotUseHTMLParagraphAutoSpacing
  layoutRawTableWidth layoutTableRowsApart useWord97LineBreakRules doNotBreakWrappedTables
  doNotSnapToGridInCell selectFldWithFirstOrLastChar applyBreakingRules doNotWrapTextWithPunct
  doNotUseEastAsianBreakRules useWord2002TableStyleRules growAutofit useFELayout useNormalStyleForList
  doNotUseIndentAsNumberingTabStop useAltKinsokuLineBreakRules allowSpaceOfSameStyleInTable
  doNotSuppressIndentation doNotAutofitConstrainedTables autofitToFirstFixedWidthCell
  underlineTabInNumList displayHangulFixedWidth splitPgBreakAndParaMark doNotVertAlignCellWithSp
  doNotBreakConstrainedForcedTable doNotVertAlignInTxbx useAnsiKerningPairs cachedColBalance notTrueType
  formProt noEndnote titlePg bidi rtlGutter keepNext keepLines pageBreakBefore widowControl
  suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
  autoSpaceDN adjustRightInd snapToGrid contextualSpacing mirrorIndents suppressOverlap b bCs i iCs caps
  smallCaps strike dstrike outline shadow emboss imprint noProof vanish webHidden specVanish showingPlcHdr
  temporary isLgl rtl cs docPartUnique w15:doNotAllowInsertDeleteSection> onOff: val
NonNegativeShort <defaultTabStop bookFoldPrintingSheets> 0..32767: val!
UnsignedShortNumber <consecutiveHyphenLimit> 0..65535: val!
TwipsMeasure <hyphenationZone drawingGridHorizontalSpacing drawingGridVerticalSpacing
  drawingGridHorizontalOrigin drawingGridVerticalOrigin> measure: val!
UnsignedInt100 <summaryLength> 0..100: val!
String253 <clickAndTypeStyle defaultTableStyle aliases basedOn next link styleLink numStyleLink tblStyle
  rStyle> text..253: val!
UnsignedInt7 <displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery> 0..127: val!
CharacterSpacing <characterSpacingControl> characterSpacing: val!
KinsokuAfter <noLineBreaksAfter> text..84: lang!; text..50: val!
KinsokuBefore <noLineBreaksBefore> text..84: lang!; text..100: val!
Compat <compat> { useSingleBorderforContiguousCells? wpJustification? noTabHangInd? noLeading? spaceForUL?
  noColumnBalance? balanceSingleByteDoubleByteWidth? noExtraLineSpacing? doNotLeaveBackslashAlone?
  ulTrailSpace? doNotExpandShiftReturn? spacingInWholePoints? lineWrapLikeWord6?
  printBodyTextBeforeHeader? printColBlack? wpSpaceWidth? showBreaksInFrames? subFontBySize?
  suppressBottomSpacing? suppressTopSpacing? suppressSpacingAtTopOfPage? suppressTopSpacingWP?
  suppressSpBfAfterPgBrk? swapBordersFacingPages? convMailMergeEsc? truncateFontHeightsLikeWP6?
  mwSmallCaps? usePrinterMetrics? doNotSuppressParagraphBorders? wrapTrailSpaces? footnoteLayoutLikeWW8?
  shapeLayoutLikeWW8? alignTablesRowByRow? forgetLastTabAlignment? adjustLineHeightInTable?
  autoSpaceLikeWord95? noSpaceRaiseLower? doNotUseHTMLParagraphAutoSpacing? layoutRawTableWidth?
  layoutTableRowsApart? useWord97LineBreakRules? doNotBreakWrappedTables? doNotSnapToGridInCell?
  selectFldWithFirstOrLastChar? applyBreakingRules? doNotWrapTextWithPunct? doNotUseEastAsianBreakRules?
  useWord2002TableStyleRules? growAutofit? useFELayout? useNormalStyleForList?
  doNotUseIndentAsNumberingTabStop? useAltKinsokuLineBreakRules? allowSpaceOfSameStyleInTable?
  doNotSuppressIndentation? doNotAutofitConstrainedTables? autofitToFirstFixedWidthCell?
  underlineTabInNumList? displayHangulFixedWidth? splitPgBreakAndParaMark? doNotVertAlignCellWithSp?
  doNotBreakConstrainedForcedTable? doNotVertAlignInTxbx? useAnsiKerningPairs? cachedColBalance?
  compatSetting* }
ColorSchemeMapping <clrSchemeMapping> colorSchemeIndex: bg1 t1 bg2 t2 accent1 accent2 accent3 accent4
  accent5 accent6 hyperlink followedHyperlink
String <altName alias tag pStyle tblCaption tblDescription dateFormat
  docPartGallery docPartCategory w15:sectionTitle> text: val!
Font <font> text: name! { altName? panose1? charset? family? notTrueType? pitch? sig? embedRegular?
  embedBold? embedItalic? embedBoldItalic? }
NumPicBullet <numPicBullet> int: numPicBulletId! { pict=PictureBulletBase | drawing }
AbstractNum <abstractNum> natural: abstractNumId! { multiLevelType? name=String253? styleLink?
  numStyleLink? lvl{0,9} }
Num <num> int: numId! durableId { abstractNumId lvlOverride{0,9} }
Sign <decimalSymbol listSeparator> text..1: val!
OutlineLevel <outlineLvl> 0..9: val!
DecimalNumber <numIdMacAtCleanup id lvlRestart lvlPicBulletId startOverride gridBefore
  gridAfter gridSpan> int: val!
SectPr <sectPr> { (headerReference? | footerReference?){0,6} type? pgSz? pgMar? paperSrc? pgBorders?
  lnNumType? pgNumType? cols? formProt? vAlign? noEndnote? titlePg? textDirection? bidi? rtlGutter?
  docGrid? }
RPrDefault <rPrDefault> { rPr=RPrBaseStyleable? }
PPrDefault <pPrDefault> { pPr=PPrBaseStyleable? }
LsdException <lsdException> text: name!; onOff: locked semiHidden unhideWhenUsed qFormat; 0..99:
  uiPriority
StyleName <name> noComma: val!
OnOffOnly <autoRedefine hidden semiHidden unhideWhenUsed qFormat locked personal personalCompose
  personalReply cantSplit tblHeader noWrap bidiVisual tcFitText hideMark> onOffOnly: val
UiPriority <uiPriority> 0..99: val!
PPrStyle <pPr> { %paragraph }
RPrStyle <rPr> { %look %lines em? lang? eastAsianLayout? specVanish? }
TblPrStyle <tblPr> { tblStyleRowBandSize? tblStyleColBandSize? jc=TblJc? tblCellSpacing? tblInd?
  tblBorders? shd? tblCellMar? }
TrPrBaseStyleable <trPr> { (hidden=OnOff | cantSplit | tblHeader | tblCellSpacing | jc=TblJc)* }
TcPrStyle <tcPr> { shd? noWrap? tcMar? vAlign=VerticalTblJc? }
TblStylePr <tblStylePr> tableStyleOverride: type! { pPr? rPr=RPrBaseStyleable? tblPr=TblPrStyleOverride?
  trPr? tcPr=TcPrStyleOverride? }
SdtPr <sdtPr> { (rPr=RPr | alias | lock | showingPlcHdr | temporary | id | tag | w15:color |
  w15:appearance | equation | comboBox | date | docPartObj | dropDownList | picture | richText | text |
  group | w14:checkbox | w15:repeatingSection | w15:repeatingSectionItem)* }
SdtEndPr <sdtEndPr> { (rPr=RPr)* }
SdtContentBlock <sdtContent> { (sdt | p | tbl)* }
PPr { pStyle? %paragraph cnfStyle? rPr=ParaRPr? sectPr? }
SimpleField <fldSimple> text: instr!; onOff: fldLock dirty { (fldSimple | hyperlink | sdt=SdtRun | r | bdo
  | dir)* }
Hyperlink <hyperlink> text..255: tgtFrame docLocation anchor; text..260: tooltip; onOff: history; text:
  r:id { (fldSimple | hyperlink | sdt=SdtRun | r | bdo | dir)* }
SdtRun { sdtPr? sdtEndPr? sdtContent=SdtContentRun? }
R <r> { rPr=RPr? (br | t | instrText | noBreakHyphen | softHyphen | pgNum | sym | cr | tab | pict |
  fldChar | drawing | ptab)* }
BdoContentRun <bdo> direction: val { (fldSimple | hyperlink | sdt=SdtRun | r | bdo | dir)* }
DirContentRun <dir> direction: val { (fldSimple | hyperlink | sdt=SdtRun | r | bdo | dir)* }
TblPr { tblStyle? tblpPr? tblOverlap? bidiVisual? tblW? jc=TblJc? tblCellSpacing? tblInd? tblBorders? shd?
  tblLayout? tblCellMar? tblLook? tblCaption? tblDescription? }
TblGrid <tblGrid> { gridCol* }
Row <tr> { tblPrEx? trPr=TrPr? (tc | sdt=SdtCell)* }
SdtRow { sdtPr? sdtEndPr? sdtContent=SdtContentRow? }
CompatSetting <compatSetting> compatSettingName: name!; text: uri! val!
Panose <panose1> hex10: val!
CharacterSet <charset> hexDigits: val
FontFamily <family> fontFamily: val!
Pitch <pitch> fontPitch: val!
FontSig <sig> hex4: usb0! usb1! usb2! usb3! csb0! csb1!
FontRel <embedRegular embedBold embedItalic embedBoldItalic> guid: fontKey; onOff: subsetted; text: r:id!
PictureBulletBase { (v:group | v:image | v:line | v:oval | v:rect | v:roundrect | v:shape |
  v:shapetype)* }
Drawing <drawing> { wp:anchor | wp:inline }
MultiLevelType <multiLevelType> multiLevel: val!
Lvl <lvl> int: ilvl!; onOff: tentative { start? numFmt? lvlRestart? pStyle=String253? isLgl?
  suff? lvlText? lvlPicBulletId? legacy? lvlJc? pPr=PPrBase? rPr=RPrList? }
NonNegativeDecimalNumber <abstractNumId start numId> natural: val!
NumLvl <lvlOverride> int: ilvl! { startOverride? lvl? }
TxbxContent <txbxContent> { (sdt | p | tbl)* }
HdrFtrRef <headerReference footerReference> headerFooter: type!; text: r:id!
SectType <type> sectionMark: val!
PageSz <pgSz> 0..31680: w h; pageOrientation: orient; 0..65535: code
PageMar <pgMar> -31680..31680: top bottom; 0..31680: right left header footer gutter
PaperSource <paperSrc> 0..65535: first other
PageBorders <pgBorders> pageBorderZOrder: zOrder; pageBorderDisplay: display; pageBorderOffset: offsetFrom
  { top? left? bottom? right? }
LineNumber <lnNumType> 1..100: countBy; 0..32767: start; measure: distance; lineNumberRestart: restart
PageNumber <pgNumType> numberFormat: fmt; natural: start; 0..255: chapStyle; chapterSeparator: chapSep
Columns <cols> onOff: equalWidth sep; measure: space; 1..45: num { (col{1,45})? }
VerticalJc <vAlign> verticalJustification: val!
TextDirection <textDirection> textDirection: val!
DocGrid <docGrid> docGrid: type; int: linePitch; wrapped: charSpace
RPrBaseStyleable { %look %lines em? lang? eastAsianLayout? specVanish? }
PPrBaseStyleable { %paragraph }
FramePr <framePr> dropCapLocation: dropCap; 1..10: lines; measure: w vSpace hSpace; 0..31680: h;
  textWrapping: wrap; horizontalAnchor: hAnchor; verticalAnchor: vAnchor; signedMeasure: x y;
  horizontalAlignment: xAlign; verticalAlignment: yAlign; heightRule: hRule; onOff: anchorLock
NumPr <numPr> { ilvl? numId? }
PBdr <pBdr> { top? left? bottom? right? between? bar? }
Shd <shd> shadingPattern: val!; color: color fill; themeColor: themeColor themeFill; hexDigits: themeTint
  themeShade themeFillTint themeFillShade
Tabs <tabs> { tab=TabStop+ }
Spacing <spacing> measure: before after; int: beforeLines afterLines; onOff: beforeAutospacing
  afterAutospacing; signedMeasure: line; lineSpacingRule: lineRule
Ind <ind> signedMeasure: left start right end; int: leftChars startChars rightChars endChars hangingChars
  firstLineChars; measure: hanging firstLine
Jc <jc> justification: val!
TextAlignment <textAlignment> verticalTextAlignment: val!
TextboxTightWrap <textboxTightWrap> textBoxTightWrap: val!
Fonts <rFonts> fontTypeHint: hint; fontName: ascii hAnsi eastAsia cs; themeFont: asciiTheme hAnsiTheme
  eastAsiaTheme cstheme
Color <color w15:color> color: val!; themeColor: themeColor; hexDigits: themeTint themeShade
ShortTwipsMeasure -31680..31680: val!
TextScale <w> 1..600: val
HpsKern <kern> 0..3277: val!
SignedHpsMeasure <position> signedMeasure: val!
HpsMeasure <sz szCs> measure: val!
Underline <u> underline: val; color: color; themeColor: themeColor; hexDigits: themeTint themeShade
TextEffect <effect> textEffect: val!
Border <bdr top left bottom right between bar end insideH insideV tl2br tr2bl> border: val!; color: color;
  themeColor: themeColor; hexDigits: themeTint themeShade; uint: sz; 0..31: space; onOff: shadow frame
FitText <fitText> 0..31680: val!; int: id
VerticalAlignRun <vertAlign> verticalPosition: val!
Em <em> emphasisMark: val!
Language <lang> text..84: val eastAsia bidi
EastAsianLayout <eastAsianLayout> int: id; onOff: combine vert vertCompress; combineBracket:
  combineBrackets
UnsignedDecimalNumberMax3 <tblStyleRowBandSize tblStyleColBandSize> 0..3: val!
TblJc tableRowAlignment: val!
TblWidth <tblCellSpacing tblW wBefore wAfter tcW> width: w; tableWidthUnit: type
TblWidthShort <tblInd> int: w; tableWidthUnit: type
TblBorders <tblBorders> { top? left? start=Border? bottom? right? end? insideH? insideV? }
TblCellMar <tblCellMar> { top=TblWidth? left=TblWidthDxaNil? start=TblWidth? bottom=TblWidth?
  right=TblWidthDxaNil? end=TblWidth? }
TcMar <tcMar> { top=TblWidth? left=TblWidth? start=TblWidth? bottom=TblWidth? right=TblWidth?
  end=TblWidth? }
VerticalTblJc tableVerticalAlignment: val!
TblPrStyleOverride { jc=TblJc? tblCellSpacing? tblInd? tblBorders? shd? tblCellMar? }
TcPrStyleOverride { tcBorders? shd? noWrap? tcMar? vAlign=VerticalTblJc? }
RPr { rStyle? %look highlight? %lines rtl? cs? em? lang? eastAsianLayout? specVanish? %effects }
Lock <lock> locking: val
Empty <equation picture richText group w15:repeatingSectionItem noBreakHyphen softHyphen pgNum cr tab w14:noFill
  w14:round w14:bevel>
SdtComboBox <comboBox> text: lastValue { listItem* }
SdtDate <date> { dateFormat? lid? storeMappedDataAs? calendar? }
SdtDocPart <docPartObj> { docPartGallery? docPartCategory? docPartUnique? }
SdtDropDownList <dropDownList> text: lastValue { listItem* }
SdtText <text> onOff: multiLine
Cnf <cnfStyle> bits: val!; onOff: firstRow lastRow firstColumn lastColumn oddVBand evenVBand oddHBand
  evenHBand firstRowFirstColumn firstRowLastColumn lastRowFirstColumn lastRowLastColumn
ParaRPr { rStyle? %look highlight? %lines rtl? cs? em? lang? eastAsianLayout? specVanish? %effects }
SdtContentRun { (fldSimple | hyperlink | sdt=SdtRun | r | bdo | dir)* }
Br <br> break: type; breakTextRestartLocation: clear
Text <t instrText> space: xml:space #text
Sym <sym> text..31: font; hex2: char
Picture <pict> { (v:group | v:image | v:line | v:oval | v:rect | v:roundrect | v:shape | v:shapetype)* }
FldChar <fldChar> fieldChar: fldCharType!; onOff: fldLock dirty
PTab <ptab> absolutePositionTabAlignment: alignment!; absolutePositionTabPositioningBase: relativeTo!;
  absolutePositionTabLeaderChar: leader!
TblPPr <tblpPr> 0..32767: leftFromText rightFromText topFromText bottomFromText; verticalAnchor:
  vertAnchor; horizontalAnchor: horzAnchor; horizontalAlignment: tblpXSpec; -31680..31680: tblpX tblpY;
  verticalAlignment: tblpYSpec
TblOverlap <tblOverlap> tableOverlap: val!
TblLayoutType <tblLayout> tableLayout: type
TblLook <tblLook> hex2: val; onOff: firstRow lastRow firstColumn lastColumn noHBand noVBand
TblGridCol <gridCol> measure: w
TblPrEx <tblPrEx> { tblW? jc=TblJc? tblCellSpacing? tblInd? tblBorders? shd? tblLayout? tblCellMar?
  tblLook? }
TrPr { (cnfStyle | gridBefore | gridAfter | wBefore | wAfter | trHeight | hidden=OnOff | cantSplit
  | tblHeader | tblCellSpacing | jc=TblJc)* }
Tc <tc> { tcPr=TcPr? (sdt | p | tbl)* }
SdtCell { sdtPr? sdtEndPr? sdtContent=SdtContentCell? }
SdtContentRow { (tr | sdt=SdtRow)* }
NumFmt <numFmt> numberFormat: val!; text: format
LevelSuffix <suff> levelSuffix: val!
LevelText <lvlText> text: val; onOff: null
LvlLegacy <legacy> onOff: legacy; measure: legacySpace; signedMeasure: legacyIndent
LevelJustification <lvlJc> levelJustification: val!
PPrBase { pStyle? %paragraph }
RPrList { %look %lines rtl? cs? em? lang? eastAsianLayout? specVanish? }
Column <col> measure: w space
NonNegativeDecimalNumber255 <ilvl> 0..255: val!
TabStop tabStop: val!; tabStopLeaderChar: leader; -31680..31680: pos!
TblWidthDxaNil 0..32767: w!; tableWidth: type!
TcBorders <tcBorders> { top? left? start=Border? bottom? right? end? insideH? insideV? tl2br? tr2bl? }
Highlight <highlight> highlightColor: val!
SdtListItem <listItem> text: displayText value
Lang <lid> text..84: val!
SdtDateMappingType <storeMappedDataAs> dateFormat: val
CalendarType <calendar> calendar: val
Height <trHeight> 0..31680: val; heightRule: hRule
TcPr { cnfStyle? tcW? gridSpan? hMerge? vMerge? tcBorders? shd? noWrap? tcMar? textDirection? tcFitText?
  vAlign=VerticalTblJc? hideMark? }
SdtContentCell { (tc | sdt=SdtCell)* }
HMerge <hMerge> mergedCell: val
VMerge <vMerge> mergedCell: val

namespace m qualified
MathPr <mathPr> { mathFont? brkBin? brkBinSub? smallFrac? dispDef? lMargin? rMargin? defJc? preSp? postSp?
  interSp? intraSp? (wrapIndent | wrapRight)? intLim? naryLim? }
FontFace <mathFont> text..31: val!
BreakBin <brkBin> breakBinaryOperator: val
BreakBinSub <brkBinSub> breakBinarySubtraction: val!
OnOff <smallFrac dispDef wrapRight> boolean: val
TwipsMeasure <lMargin rMargin preSp postSp interSp intraSp wrapIndent> 0..31680: val!
OMathJc <defJc> mathJustification: val!
LimLoc <intLim naryLim> limitLocation: val!
`
