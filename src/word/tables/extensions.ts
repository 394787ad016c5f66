/** VML (ECMA-376 Part 4, 19) and what Word has had since the standard (MS-DOCX 2, MS-ODRAWXML 2) in the notation of `word/grammar.ts`. */
export const extensions = `
namespace v
%shapeParts path | formulas | handles | fill | stroke | shadow | textbox | textpath | imagedata | o:lock |
  w10:wrap | w10:anchorlock | w10:bordertop | w10:borderbottom | w10:borderleft | w10:borderright
@shapeCore text: style href target title alt coordsize wrapcoords o:spid; trueFalse: print o:oned
  o:doubleclicknotify o:button o:userhidden o:bullet o:hr o:hrstd o:hrnoshade o:allowincell o:allowoverlap
  o:userdrawn; integer: o:regroupid o:dgmlayout o:dgmnodekind o:dgmlayoutmru; real: o:hrpct;
  horizontalRuleAlignment: o:hralign; insetMargin: o:insetmode
@shape text: o:bordertopcolor o:borderleftcolor o:borderbottomcolor o:borderrightcolor fillcolor
  strokecolor strokeweight; trueFalse: filled stroked insetpen o:forcedash o:oleicon o:preferrelative
  o:cliptowrap o:clip; 0..202: o:spt; connector: o:connectortype; blackAndWhiteMode: o:bwmode o:bwpure
  o:bwnormal; trueFalseBlank: o:ole
Group <group> @shapeCore; text: id class coordorigin o:tableproperties o:tablelimits;
  editAs: editas { (group | shape | shapetype | image | line | oval | rect | roundrect | o:lock | w10:wrap
  | w10:anchorlock)* }
Image <image> @shapeCore @shape; text: id class src cropleft croptop cropright cropbottom gain blacklevel
  gamma; trueFalse: grayscale bilevel { %shapeParts* }
Line <line> @shapeCore @shape; text: id class coordorigin from to { %shapeParts* }
Oval <oval> @shapeCore @shape; text: id class coordorigin { %shapeParts* }
Rect <rect> @shapeCore @shape; text: id class coordorigin { %shapeParts* }
RoundRect <roundrect> @shapeCore @shape; text: id class arcsize { %shapeParts* }
Shape <shape> @shapeCore @shape; text: id class coordorigin type adj path equationxml {
  %shapeParts* }
Shapetype <shapetype> @shapeCore @shape; text: id class coordorigin adj path o:master { %shapeParts* }
Path <path> text: id v limo textboxrect o:connectlocs o:connectangles; trueFalse: fillok strokeok shadowok
  arrowok gradientshapeok textpathok insetpenok o:extrusionok; connect: o:connecttype
Formulas <formulas> { f{0,128} }
Handles <handles> { h{0,4} }
Fill <fill> text: id color opacity color2 src o:href o:althref size origin position colors focus focussize
  focusposition o:title o:opacity2 r:id; fillType: type; trueFalse: on alignshape o:detectmouseclick
  recolor rotate; imageAspect: aspect; decimal: angle; fillMethod: method { o:fill? }
Stroke <stroke> text: id weight color opacity miterlimit dashstyle src imagesize color2 o:href o:althref
  o:title r:id; trueFalse: on imagealignshape o:forcedash insetpen; strokeLineStyle: linestyle;
  strokeJoinStyle: joinstyle; strokeEndCap: endcap; strokeFillType: filltype; imageAspect: imageaspect;
  strokeArrow: startarrow endarrow; strokeArrowWidth: startarrowwidth endarrowwidth; strokeArrowLength:
  startarrowlength endarrowlength
Shadow <shadow> text: id color opacity offset color2 offset2 origin matrix; trueFalse: on obscured;
  shadow: type
Textbox <textbox> text: id style inset; trueFalse: o:singleclick { w:txbxContent? }
TextPath <textpath> text: id style string; trueFalse: on fitshape fitpath trim xscale
ImageData <imagedata> text: id chromakey cropleft croptop cropright cropbottom gain blacklevel gamma
  embosscolor recolortarget o:title o:relid r:id r:pict r:href; trueFalse: grayscale bilevel
  o:detectmouseclick
F <f> text: eqn
H <h> text: position polar map xrange yrange radiusrange; trueFalseBlank: invx invy switch

namespace o
Lock <lock> extensionHandlingBehavior: v:ext; trueFalse: position selection grouping ungrouping rotation
  cropping verticies adjusthandles text aspectratio shapetype
Fill <fill> extensionHandlingBehavior: v:ext; fill: type

namespace w10
Wrap <wrap> wrap: type; wrapSide: side; horizontalAnchor: anchorx; verticalAnchor: anchory
AnchorLock <anchorlock>
Border <bordertop borderbottom borderleft borderright> vmlBorder: type; 1..: width; trueFalse: shadow

namespace w14 qualified
%transform tint | shade | alpha | hueMod | sat | satOff | satMod | lum | lumOff | lumMod
SdtCheckbox <checkbox> { checked? checkedState? uncheckedState? }
Glow <glow> natural: rad { srgbClr | schemeClr }
Shadow <shadow> natural: blurRad dist; angle: dir; int: sx sy; skew: kx ky; textRectangleAlignment: algn {
  srgbClr | schemeClr }
Reflection <reflection> natural: blurRad dist; fraction: stA stPos endA endPos; angle: dir fadeDir; int:
  sx sy; skew: kx ky; textRectangleAlignment: algn
TextOutlineEffect <textOutline> 0..20116800: w; lineCap: cap; compoundLine: cmpd; penAlignment: algn {
  (noFill | solidFill | gradFill)? prstDash? (round | bevel | miter)? }
FillTextEffect <textFill> { (noFill | solidFill | gradFill)? }
Scene3D <scene3d> { camera lightRig }
Props3D <props3d> natural: extrusionH contourW; textPresetMaterialType: prstMaterial { bevelT? bevelB?
  extrusionClr? contourClr? }
Ligatures <ligatures> ligatures: val!
NumForm <numForm> numberForm: val!
NumSpacing <numSpacing> numberSpacing: val!
StylisticSets <stylisticSets> { styleSet* }
OnOff <cntxtAlts checked> onOff: val
SdtCheckboxSymbol <checkedState uncheckedState> text: font; hex2: val
SRgbColor <srgbClr> hex3: val! { %transform* }
SchemeColor <schemeClr> schemeColor: val! { %transform* }
SolidColorFillProperties <solidFill> { (srgbClr | schemeClr)? }
GradientFillProperties <gradFill> { gsLst? (lin | path)? }
PresetLineDashProperties <prstDash> presetLineDash: val
LineJoinMiterProperties <miter> natural: lim
Camera <camera> presetCamera: prst!
LightRig <lightRig> lightRig: rig!; lightRigDirection: dir! { rot? }
Bevel <bevelT bevelB> natural: w h; bevelPreset: prst
Color <extrusionClr contourClr> { srgbClr | schemeClr }
StyleSet <styleSet> 1..20: id!; onOff: val
PositiveFixedPercentage <tint shade alpha> fraction: val!
PositivePercentage <hueMod> natural: val!
Percentage <sat satOff satMod lum lumOff lumMod> int: val!
GradientStopList <gsLst> { gs{2,10} }
LinearShadeProperties <lin> angle: ang; onOff: scaled
PathShadeProperties <path> pathShade: path { fillToRect? }
SphereCoords <rot> angle: lat! lon! rev!
GradientStop <gs> fraction: pos! { srgbClr | schemeClr }
RelativeRect <fillToRect> int: l t r b

namespace w15 qualified
SdtAppearance <appearance> sdtAppearance: val
SdtRepeatedSection <repeatingSection> { sectionTitle? doNotAllowInsertDeleteSection? }

namespace wp14
SizeRelH <sizeRelH> sizeRelativeHorizontally: relativeFrom! { pctWidth }
SizeRelV <sizeRelV> sizeRelativeVertically: relativeFrom! { pctHeight }

namespace a14
UseLocalDpi <useLocalDpi> bool: val

namespace asvg
SVGBlip <svgBlip> text: r:embed r:link

namespace adec
Decorative <decorative> bool: val
`
