/** Themes and drawings (ECMA-376 Part 1, 20) in the notation of `word/grammar.ts`. */
export const drawing = `
namespace a
%color scrgbClr | srgbClr | hslClr | sysClr | schemeClr | prstClr
%fill noFill | solidFill | gradFill | blipFill | pattFill | grpFill
%transform tint=PositiveFixedPercentage | shade | comp | inv | gray | alpha | alphaOff |
  alphaMod=PositivePercentage | hue | hueOff | hueMod | sat | satOff | satMod | lum=Percentage | lumOff |
  lumMod | red | redOff | redMod | green | greenOff | greenMod | blue | blueOff | blueMod | gamma |
  invGamma
OfficeStyleSheet <theme> text: name { themeElements objectDefaults? extraClrSchemeLst? custClrLst? extLst?
  }
FillProperties <a14:hiddenFill> { %fill }
LineProperties <a14:hiddenLine ln uLn> 0..20116800: w; lineCap: cap; compoundLine: cmpd; penAlignment:
  algn { (noFill | solidFill | gradFill | pattFill)? (prstDash | custDash)? (round | bevel | miter)?
  headEnd? tailEnd? extLst? }
EffectProperties <a14:hiddenEffects> { effectLst }
BaseStyles <themeElements> { clrScheme fontScheme fmtScheme extLst? }
ObjectStyleDefaults <objectDefaults> { spDef? lnDef? txDef? extLst? }
ColorSchemeList <extraClrSchemeLst> { extraClrScheme* }
CustomColorList <custClrLst> { custClr* }
BlipFillProperties <pic:blipFill blipFill> uint: dpi; bool: rotWithShape { blip? srcRect? (tile |
  stretch)? }
ShapeProperties <pic:spPr wps:spPr spPr> blackWhiteMode: bwMode { xfrm? (custGeom | prstGeom)? %fill? ln?
  effectLst? scene3d? sp3d? extLst? }
NonVisualDrawingProps <wps:cNvPr wpg:cNvPr pic:cNvPr wp:docPr> uint: id!; text: name! descr title; bool:
  hidden { hlinkClick? hlinkHover? extLst? }
NonVisualDrawingShapeProps <wps:cNvSpPr> bool: txBox { spLocks? extLst? }
NonVisualConnectorProperties <wps:cNvCnPr> { cxnSpLocks? stCxn? endCxn? extLst? }
ShapeStyle <wps:style style> { lnRef fillRef effectRef fontRef }
TextBodyProperties <wps:bodyPr bodyPr> int: rot lIns tIns rIns bIns; bool: spcFirstLastPara rtlCol
  fromWordArt anchorCtr forceAA upright compatLnSpc; textVerticalOverflow: vertOverflow;
  textHorizontalOverflow: horzOverflow; textVertical: vert; drawingTextWrapping: wrap; 1..16: numCol;
  natural: spcCol; textAnchoringType: anchor { prstTxWarp? (noAutofit | normAutofit | spAutoFit)? scene3d?
  (sp3d | flatTx)? extLst? }
NonVisualGroupDrawingShapeProps <wpg:cNvGrpSpPr> { grpSpLocks? extLst? }
GroupShapeProperties <wpg:grpSpPr> blackWhiteMode: bwMode { xfrm=GroupTransform2D? %fill? effectLst?
  scene3d? extLst? }
BackgroundFormatting <wpc:bg> { %fill? effectLst? }
WholeE2oFormatting <wpc:whole> { ln? effectLst? }
NoFillProperties <noFill>
SolidColorFillProperties <solidFill> { %color? }
GradientFillProperties <gradFill> tileFlip: flip; bool: rotWithShape { gsLst? (lin | path)? tileRect? }
PatternFillProperties <pattFill> presetPattern: prst { fgClr? bgClr? }
GroupFillProperties <grpFill>
PresetLineDashProperties <prstDash> presetLineDash: val
DashStopList <custDash> { ds* }
LineJoinRound <round>
LineJoinBevel <bevel>
LineJoinMiterProperties <miter> natural: lim
LineEndProperties <headEnd tailEnd> lineEnd: type; lineEndWidth: w; lineEndLength: len
EffectList <effectLst> { blur? fillOverlay? glow? innerShdw? outerShdw? prstShdw? reflection? softEdge? }
ColorScheme <clrScheme> text: name! { dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6
  hlink folHlink extLst? }
FontScheme <fontScheme> text: name! { majorFont minorFont extLst? }
StyleMatrix <fmtScheme> text: name { fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst }
DefaultShapeDefinition <spDef lnDef txDef> { spPr bodyPr lstStyle style? extLst? }
ColorSchemeAndMapping <extraClrScheme> { clrScheme clrMap? }
CustomColor <custClr> text: name { %color }
NonVisualPictureProperties <pic:cNvPicPr> bool: preferRelativeResize { picLocks? extLst? }
Blip <blip> text: r:embed r:link; blipCompression: cstate { (alphaBiLevel | alphaCeiling | alphaFloor |
  alphaInv | alphaModFix | alphaRepl | biLevel | blur | clrChange | clrRepl | duotone | fillOverlay |
  grayscl | hsl | lum | tint)* extLst? }
RelativeRect <srcRect tileRect fillRect fillToRect> int: l t r b
TileInfoProperties <tile> coordinate: tx ty; int: sx sy; tileFlip: flip; rectangleAlignment: algn
StretchInfoProperties <stretch> { fillRect? }
Transform2D <xfrm wpg:xfrm> int: rot; bool: flipH flipV { off? ext=PositiveSize2D? }
CustomGeometry2D <custGeom> { avLst? gdLst? ahLst? cxnLst? rect? pathLst }
PresetGeometry2D <prstGeom> shapeType: prst! { avLst? }
Scene3D <scene3d> { camera lightRig backdrop? extLst? }
Shape3D <sp3d> coordinate: z; natural: extrusionH contourW; presetMaterialType: prstMaterial { bevelT?
  bevelB? extrusionClr? contourClr? extLst? }
Hyperlink <hlinkClick hlinkHover> text: r:id invalidUrl action tgtFrame tooltip; bool: history
  highlightClick endSnd { extLst? }
ShapeLocking <spLocks> bool: noGrp noSelect noRot noChangeAspect noMove noResize noEditPoints
  noAdjustHandles noChangeArrowheads noChangeShapeType noTextEdit { extLst? }
ConnectorLocking <cxnSpLocks> bool: noGrp noSelect noRot noChangeAspect noMove noResize noEditPoints
  noAdjustHandles noChangeArrowheads noChangeShapeType { extLst? }
Connection <stCxn endCxn> uint: id! idx!
StyleMatrixReference <lnRef fillRef effectRef> uint: idx! { %color? }
FontReference <fontRef> fontCollectionIndex: idx! { %color? }
PresetTextShape <prstTxWarp> textShape: prst! { avLst? }
TextNoAutofit <noAutofit>
TextNormalAutofit <normAutofit> 1000..100000: fontScale; 0..13200000: lnSpcReduction
TextShapeAutofit <spAutoFit>
FlatText <flatTx> coordinate: z
GroupLocking <grpSpLocks> bool: noGrp noUngrp noSelect noRot noChangeAspect noMove noResize { extLst? }
GroupTransform2D int: rot; bool: flipH flipV { off? ext=PositiveSize2D? chOff? chExt? }
NonVisualGraphicFrameProperties <wpg:cNvFrPr wp:cNvGraphicFramePr> { graphicFrameLocks? extLst? }
GraphicalObject <graphic> { graphicData }
ScRgbColor <scrgbClr> int: r! g! b! { %transform* }
SRgbColor <srgbClr> hex3: val! { %transform* }
HslColor <hslClr> angle: hue!; int: sat! lum! { %transform* }
SystemColor <sysClr> systemColor: val!; hex3: lastClr { %transform* }
SchemeColor <schemeClr> schemeColor: val! { %transform* }
PresetColor <prstClr> presetColor: val! { %transform* }
GradientStopList <gsLst> { gs{2,} }
LinearShadeProperties <lin> angle: ang; bool: scaled
PathShadeProperties <path> pathShade: path { fillToRect? }
Color <fgClr bgClr extrusionClr contourClr clrFrom clrTo buClr highlight> { %color }
DashStop <ds> natural: d! sp!
BlurEffect <blur> natural: rad; bool: grow
FillOverlayEffect <fillOverlay> blendMode: blend! { %fill }
GlowEffect <glow> natural: rad { %color }
InnerShadowEffect <innerShdw> natural: blurRad dist; angle: dir { %color }
OuterShadowEffect <outerShdw> natural: blurRad dist; angle: dir; int: sx sy; skew: kx ky;
  rectangleAlignment: algn; bool: rotWithShape { %color }
PresetShadowEffect <prstShdw> presetShadow: prst!; natural: dist; angle: dir { %color }
ReflectionEffect <reflection> natural: blurRad dist; fraction: stA stPos endA endPos; angle: dir fadeDir;
  int: sx sy; skew: kx ky; rectangleAlignment: algn; bool: rotWithShape
SoftEdgesEffect <softEdge> natural: rad!
Color2 <dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink> { scrgbClr |
  srgbClr | hslClr | sysClr | prstClr }
FontCollection <majorFont minorFont> { latin ea cs font* extLst? }
FillStyleList <fillStyleLst> { %fill{3,} }
LineStyleList <lnStyleLst> { ln{3,} }
EffectStyleList <effectStyleLst> { effectStyle{3,} }
BackgroundFillStyleList <bgFillStyleLst> { %fill{3,} }
TextListStyle <lstStyle> { defPPr? lvl1pPr? lvl2pPr? lvl3pPr? lvl4pPr? lvl5pPr? lvl6pPr? lvl7pPr? lvl8pPr?
  lvl9pPr? extLst? }
ColorMapping <clrMap> drawingColorSchemeIndex: bg1! tx1! bg2! tx2! accent1! accent2! accent3! accent4!
  accent5! accent6! hlink! folHlink! { extLst? }
PictureLocking <picLocks> bool: noGrp noSelect noRot noChangeAspect noMove noResize noEditPoints
  noAdjustHandles noChangeArrowheads noChangeShapeType noCrop { extLst? }
AlphaBiLevelEffect <alphaBiLevel> fraction: thresh!
AlphaCeilingEffect <alphaCeiling>
AlphaFloorEffect <alphaFloor>
AlphaInverseEffect <alphaInv> { %color? }
AlphaModulateFixedEffect <alphaModFix> natural: amt
AlphaReplaceEffect <alphaRepl> fraction: a!
BiLevelEffect <biLevel> fraction: thresh!
ColorChangeEffect <clrChange> bool: useA { clrFrom clrTo }
ColorReplaceEffect <clrRepl> { %color }
DuotoneEffect <duotone> { %color{2,2} }
GrayscaleEffect <grayscl>
HSLEffect <hsl> angle: hue; -100000..100000: sat lum
LuminanceEffect <lum> -100000..100000: bright contrast
TintEffect <tint> angle: hue; -100000..100000: amt
Point2D <off chOff wp:simplePos wp:start wp:lineTo> coordinate: x! y!
PositiveSize2D <chExt wp:extent> natural: cx! cy!
GeomGuideList <avLst gdLst> { gd* }
AdjustHandleList <ahLst> { (ahXY | ahPolar)* }
ConnectionSiteList <cxnLst> { cxn* }
GeomRect <rect> text: l! t! r! b!
Path2DList <pathLst> { path=Path2D* }
Camera <camera> presetCamera: prst!; 0..10800000: fov; natural: zoom { rot? }
LightRig <lightRig> lightRig: rig!; lightRigDirection: dir! { rot? }
Backdrop <backdrop> { anchor norm up extLst? }
Bevel <bevelT bevelB> natural: w h; bevelPreset: prst
GraphicalObjectFrameLocking <graphicFrameLocks> bool: noGrp noDrilldown noSelect noChangeAspect noMove
  noResize { extLst? }
GraphicalObjectData <graphicData> text: uri! { pic:pic | wps:wsp | wpg:wgp | wpc:wpc }
PositiveFixedPercentage <shade alpha> fraction: val!
ComplementTransform <comp>
InverseTransform <inv>
GrayscaleTransform <gray>
FixedPercentage <alphaOff> -100000..100000: val!
PositivePercentage <hueMod> natural: val!
RelativeSize <wp14:pctWidth wp14:pctHeight> #natural
PositiveFixedAngle <hue> angle: val!
Angle <hueOff> int: val!
Percentage <sat satOff satMod lumOff lumMod red redOff redMod green greenOff greenMod blue blueOff
  blueMod> int: val!
RelativeOffset <wp14:pctPosHOffset wp14:pctPosVOffset> #int
GammaTransform <gamma>
InverseGammaTransform <invGamma>
GradientStop <gs> fraction: pos! { %color }
TextFont <latin ea cs buFont sym> text: typeface; hex10: panose; -128..127: pitchFamily charset
SupplementalFont <font> text: script! typeface!
EffectStyleItem <effectStyle> { effectLst scene3d? sp3d? }
TextParagraphProperties <defPPr lvl1pPr lvl2pPr lvl3pPr lvl4pPr lvl5pPr lvl6pPr lvl7pPr lvl8pPr lvl9pPr>
  0..51206400: marL marR; 0..8: lvl; -51206400..51206400: indent; textAlignmentType: algn; int: defTabSz;
  bool: rtl eaLnBrk latinLnBrk hangingPunct; textFontAlignment: fontAlgn { lnSpc? spcBef? spcAft? (buClrTx
  | buClr)? (buSzTx | buSzPct | buSzPts)? (buFontTx | buFont)? (buNone | buAutoNum | buChar | buBlip)?
  tabLst? defRPr? extLst? }
GeomGuide <gd> text: name! fmla!
XYAdjustHandle <ahXY> text: gdRefX gdRefY minX maxX minY maxY { pos }
PolarAdjustHandle <ahPolar> text: gdRefR gdRefAng minR maxR; text: minAng maxAng { pos }
ConnectionSite <cxn> text: ang! { pos }
Path2D natural: w h; pathFillMode: fill; bool: stroke extrusionOk { (close | moveTo | lnTo | arcTo |
  quadBezTo | cubicBezTo)* }
SphereCoords <rot> angle: lat! lon! rev!
Point3D <anchor> coordinate: x! y! z!
Vector3D <norm up> coordinate: dx! dy! dz!
TextSpacing <lnSpc spcBef spcAft> { spcPct | spcPts }
TextBulletColorFollowText <buClrTx>
TextBulletSizeFollowText <buSzTx>
TextBulletSizePercent <buSzPct> 25000..400000: val!
TextBulletSizePoint <buSzPts> 100..400000: val!
TextBulletTypefaceFollowText <buFontTx>
TextNoBullet <buNone>
TextAutonumberBullet <buAutoNum> textAutoNumberScheme: type!; 1..32767: startAt
TextCharBullet <buChar> text: char!
TextBlipBullet <buBlip> { blip }
TextTabStopList <tabLst> { tab{0,32} }
TextCharacterProperties <defRPr> bool: kumimoji b i normalizeH noProof dirty err smtClean; text: lang
  altLang bmk; 100..400000: sz; textUnderline: u; textStrike: strike; 0..400000: kern; textCaps: cap;
  -400000..400000: spc; int: baseline; uint: smtId { ln? %fill? effectLst? highlight? (uLnTx | uLn?)
  (uFillTx | uFill)? latin? ea? cs? sym? hlinkClick? rtl? extLst? }
AdjPoint2D <pos pt> text: x! y!
Path2DClose <close>
Path2DMoveTo <moveTo> { pt }
Path2DLineTo <lnTo> { pt }
Path2DArcTo <arcTo> text: wR! hR! stAng! swAng!
Path2DQuadBezierTo <quadBezTo> { pt{2,2} }
Path2DCubicBezierTo <cubicBezTo> { pt{3,3} }
TextSpacingPercent <spcPct> 0..13200000: val!
TextSpacingPoint <spcPts> 0..158400: val!
TextTabStop <tab> int: pos; textTabAlignment: algn
TextUnderlineLineFollowText <uLnTx>
TextUnderlineFillFollowText <uFillTx>
TextUnderlineFillGroupWrapper <uFill> { %fill }
Bool <rtl> bool: val
ExtensionList <extLst wps:extLst wpg:extLst wpc:extLst> { ext* }
Extension <ext> text: uri! { a14:useLocalDpi | a14:hiddenFill | a14:hiddenLine | a14:hiddenEffects |
  asvg:svgBlip | adec:decorative }

namespace pic
Picture <pic> { nvPicPr blipFill spPr }
PictureNonVisual <nvPicPr> { cNvPr cNvPicPr }

namespace wp
Anchor <anchor> uint: distT distB distL distR relativeHeight!; bool: simplePos behindDoc! locked!
  layoutInCell! hidden allowOverlap! { simplePos positionH positionV extent effectExtent? (wrapNone |
  wrapSquare | wrapTight | wrapThrough | wrapTopAndBottom) docPr cNvGraphicFramePr? a:graphic
  wp14:sizeRelH? wp14:sizeRelV? }
Inline <inline> uint: distT distB distL distR { extent effectExtent? docPr cNvGraphicFramePr? a:graphic }
PosH <positionH> horizontalRelativePosition: relativeFrom! { align | posOffset | wp14:pctPosHOffset? }
PosV <positionV> verticalRelativePosition: relativeFrom! { align=AlignV | posOffset | wp14:pctPosVOffset?
  }
EffectExtent <effectExtent> coordinate: l! t! r! b!
WrapNone <wrapNone>
WrapSquare <wrapSquare> wrapText: wrapText!; uint: distT distB distL distR { effectExtent? }
WrapTight <wrapTight> wrapText: wrapText!; uint: distL distR { wrapPolygon }
WrapThrough <wrapThrough> wrapText: wrapText!; uint: distL distR { wrapPolygon }
WrapTopBottom <wrapTopAndBottom> uint: distT distB { effectExtent? }
AlignH <align> #alignH
PositionOffset <posOffset> #int
AlignV #alignV
WrapPath <wrapPolygon> bool: edited { start lineTo{2,} }

namespace wps
WordprocessingShape <wsp> bool: normalEastAsianFlow { cNvPr? (cNvSpPr | cNvCnPr) spPr style? extLst? txbx?
  bodyPr }
TextboxInfo <txbx> 0..65535: id { w:txbxContent? extLst? }

namespace wpg
WordprocessingGroup <wgp grpSp> { cNvPr? cNvGrpSpPr grpSpPr (wps:wsp | grpSp | graphicFrame | pic:pic)*
  extLst? }
GraphicFrame <graphicFrame wpc:graphicFrame> { cNvPr cNvFrPr xfrm a:graphic extLst? }

namespace wpc
WordprocessingCanvas <wpc> { bg? whole? (wps:wsp | pic:pic | wpg:wgp | graphicFrame)* extLst? }
`
