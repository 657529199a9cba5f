package standards

import (
	"slices"
	"time"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Document names a text that rows and steps cite. Those of this library are the constants below; a
// tables file is cited by its own id.
type Document string

const (
	WorkPoints2020     Document = "zhuzhou-2020"          // 《2020年株洲民政工作要点》
	Order649           Document = "order-649"             // 《社会救助暂行办法》
	Order271           Document = "order-271"             // 《城市居民最低生活保障条例》
	RuralDibao2007     Document = "guofa-2007-19"         // 国发〔2007〕19号
	DibaoReview2012    Document = "minfa-2012-220"        // 《最低生活保障审核审批办法（试行）》
	TwoSubsidies2015   Document = "guofa-2015-52"         // 国发〔2015〕52号
	HunanSubsidies2015 Document = "xiangzheng-2015-54"    // 湘政发〔2015〕54号
	Tekun2016          Document = "minfa-2016-178"        // 《特困人员认定办法》 2016
	Children2019       Document = "minfa-2019-62"         // 事实无人抚养儿童
	Relief2020         Document = "minfa-2020-69"         // 民发〔2020〕69号
	Reform2020         Document = "reform-2020-08"        // 《关于改革完善社会救助制度的意见》
	DibaoReview2021    Document = "minfa-2021-57"         // 《最低生活保障审核确认办法》
	Tekun2021          Document = "minfa-2021-43"         // 《特困人员认定办法》 2021
	MinorsProtection   Document = "minors-protection-law" // 《未成年人保护法》
	DisabilityGrades   Document = "gbt-26341-2010"        // 《残疾人残疾分类和分级》
)

// The days on which documents that change the rules were published or came into force, which rows
// and readings go by.
var (
	published2020 = Date{2020, time.September, 1} // WorkPoints2020
	relief2020    = Date{2020, time.June, 3}      // Relief2020
	reform2020    = Date{2020, time.August, 25}   // Reform2020
	measures2021  = Date{2021, time.July, 1}      // DibaoReview2021 and Tekun2021
)

// Standing says how well a document is known to this library.
type Standing uint8

const (
	Archived   Standing = iota + 1 // the whole text was at hand; its rows are checked against it
	SecondHand                     // quoted or restated elsewhere, not seen whole
	Unverified                     // believed; no text was at hand
	Supplied                       // a tables file that the caller laid over the rows
)

// String returns archived, second-hand, unverified or supplied.
func (s Standing) String() string {
	return lang.Word([]string{"", "archived", "second-hand", "unverified", "supplied"}, int(s))
}

// Text returns the standing in language l.
func (s Standing) Text(l Lang) string {
	if l == English {
		return s.String()
	}
	return lang.Word([]string{"", "全文存档", "转引", "未核实", "自行提供"}, int(s))
}

// MarshalText implements encoding.TextMarshaler.
func (s Standing) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// DocumentInfo describes a Document: its title, number, issuer and dates, and how well it is known.
type DocumentInfo struct {
	Document       Document
	Title          Text   // in Chinese as on the document, in English what it is
	Number         string // 文号
	Issuer         string // 发文机关
	Issued         Date   // the day of publication; zero where it is not on record
	From           Date   // the first day in force; zero where the document states none
	DateUnverified bool   // no text at hand states From
	Standing       Standing
	Articles       bool   // it is divided into articles (条), not items (项)
	File           string // the archived text's file name
	SHA256         string // of the archived text
}

// Name returns the title in Chinese, or what the document is in English.
func (i DocumentInfo) Name(l Lang) string { return i.Title.In(l) }

// documentTable describes each document, in the order of the constants.
var documentTable = [...]DocumentInfo{
	{Document: WorkPoints2020, Title: Text{Zh: "《2020年株洲民政工作要点》", En: "Zhuzhou civil affairs work points 2020"}, Issuer: "株洲市民政局",
		Issued: published2020, Standing: Archived, File: "zhuzhou-2020-work-points.txt",
		SHA256: "2d8467f5d404f5a7e4be6927056a5f8c59fd15df193b37f41d260073c0f237bb"},
	{Document: Order649, Title: Text{Zh: "《社会救助暂行办法》", En: "Interim Measures for Social Assistance"}, Number: "国务院令第649号", Issuer: "国务院",
		Issued: Date{2014, time.February, 21}, From: Date{2014, time.May, 1}, Standing: Archived, Articles: true, File: "cn-649-social-assistance-interim-measures-2019.txt",
		SHA256: "b161d270edfab83a1883b528174f530c5c099ecec42e1ac2e6755e5e9e814e76"},
	{Document: Order271, Title: Text{Zh: "《城市居民最低生活保障条例》", En: "Regulations on Urban Dibao"}, Number: "国务院令第271号", Issuer: "国务院",
		Issued: Date{1999, time.September, 28}, From: Date{1999, time.October, 1}, Standing: Archived, Articles: true, File: "cn-271-urban-dibao-1999.txt",
		SHA256: "79c1f5aa054f5841a1bfb55cf7bf640aa1a703fe025b5a7c295ee2c65e41f8bf"},
	{Document: RuralDibao2007, Title: Text{Zh: "《国务院关于在全国建立农村最低生活保障制度的通知》", En: "Notice on rural dibao"}, Number: "国发〔2007〕19号", Issuer: "国务院",
		Standing: SecondHand},
	{Document: DibaoReview2012, Title: Text{Zh: "《最低生活保障审核审批办法（试行）》", En: "Trial Measures for Dibao Review and Approval"}, Number: "民发〔2012〕220号", Issuer: "民政部",
		Issued: Date{2012, time.December, 12}, From: Date{2012, time.December, 12}, Standing: Archived, Articles: true,
		File: "mca-2012-220-dibao-review-and-approval.txt", SHA256: "f4113985f3eccee87e17dab2c1c72109175d0f55be40dd3d74120b1fbcc7ae1f"},
	{Document: TwoSubsidies2015, Title: Text{Zh: "《国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》", En: "Opinions on the two disability subsidies"}, Number: "国发〔2015〕52号",
		Issuer: "国务院", From: Date{2016, time.January, 1}, Standing: SecondHand},
	{Document: HunanSubsidies2015, Title: Text{Zh: "湖南省困难残疾人生活补贴和重度残疾人护理补贴实施办法", En: "Hunan's rules for the two disability subsidies"}, Number: "湘政发〔2015〕54号",
		Issuer: "湖南省人民政府", Standing: SecondHand},
	{Document: Tekun2016, Title: Text{Zh: "《特困人员认定办法》（2016年）", En: "Measures for Tekun Identification (2016)"}, Number: "民发〔2016〕178号", Issuer: "民政部",
		Issued: Date{2016, time.October, 10}, Standing: SecondHand, Articles: true},
	{Document: Children2019, Title: Text{Zh: "《关于进一步加强事实无人抚养儿童保障工作的意见》", En: "Opinions on de facto unattended children"}, Number: "民发〔2019〕62号", Issuer: "民政部等",
		From: Date{2020, time.January, 1}, DateUnverified: true, Standing: Archived, File: "mca-2019-62-de-facto-unattended-children.txt",
		SHA256: "f383664cba1967b897bfffc6d2cbf8a674dd1d18c99ba961c84049d5454881bc"},
	{Document: Relief2020, Title: Text{Zh: "民发〔2020〕69号", En: "Ministry of Civil Affairs 2020 no. 69"}, Number: "民发〔2020〕69号", Issuer: "民政部",
		From: relief2020, DateUnverified: true, Standing: SecondHand},
	{Document: Reform2020, Title: Text{Zh: "《关于改革完善社会救助制度的意见》", En: "Opinions on reforming social assistance"}, Issuer: "中共中央办公厅、国务院办公厅",
		From: reform2020, DateUnverified: true, Standing: Archived, File: "cn-2020-08-reform-of-social-assistance.txt",
		SHA256: "291bd46e06e4c07fa1e4ade6513f467c4d5d4a0937b3499dcf5236c70153d379"},
	{Document: DibaoReview2021, Title: Text{Zh: "《最低生活保障审核确认办法》", En: "Measures for Dibao Review and Confirmation"}, Number: "民发〔2021〕57号", Issuer: "民政部",
		From: measures2021, Standing: Archived, Articles: true, File: "mca-2021-57-dibao-review-and-confirmation.txt",
		SHA256: "2e12e6e6a305271431c25f7ab58e22045d0d9b9804b1b547f58ab0058a6d0dcd"},
	{Document: Tekun2021, Title: Text{Zh: "《特困人员认定办法》（2021年）", En: "Measures for Tekun Identification (2021)"}, Number: "民发〔2021〕43号", Issuer: "民政部",
		From: measures2021, Standing: Archived, Articles: true, File: "mca-2021-43-tekun-identification.txt",
		SHA256: "a914c267330fd3d4ba231f86539d34718aac99161fea6178958867f946ecdf46"},
	{Document: MinorsProtection, Title: Text{Zh: "《未成年人保护法》", En: "Law on the protection of minors"}, Issuer: "全国人民代表大会常务委员会", Standing: SecondHand, Articles: true},
	{Document: DisabilityGrades, Title: Text{Zh: "《残疾人残疾分类和分级》", En: "Classification and grading of disability"}, Number: "GB/T 26341-2010", Standing: SecondHand},
}

// Documents lists every document that this library's own rows and readings cite.
func Documents() []DocumentInfo { return slices.Clone(documentTable[:]) }

// own finds d among this library's own documents, nil if it is none of them.
func (d Document) own() *DocumentInfo {
	for i := range documentTable {
		if documentTable[i].Document == d {
			return &documentTable[i]
		}
	}
	return nil
}

// Info describes d. One that is none of this library's own is a tables file, which is cited by its
// id; what more is on record of it the tables say that it is laid over: [Tables.Document].
func (d Document) Info() DocumentInfo {
	switch info := d.own(); {
	case info != nil:
		return *info
	case d == "":
		return DocumentInfo{}
	}
	return DocumentInfo{Document: d, Title: Text{Zh: "数据表" + string(d), En: "tables file " + string(d)}, Standing: Supplied}
}

// Document returns what is on record of a document that t's rows cite, a tables file laid over them
// included.
func (t *Tables) Document(d Document) (DocumentInfo, bool) {
	if info := d.own(); info != nil {
		return *info, true
	}
	for _, o := range t.orPublished().overlays {
		if o.document() == d {
			return o.info(), true
		}
	}
	return DocumentInfo{}, false
}
