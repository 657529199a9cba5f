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
	WorkPoints2020     Document = "zhuzhou-2020"           // 《2020年株洲民政工作要点》
	Order649           Document = "order-649"              // 《社会救助暂行办法》
	Order271           Document = "order-271"              // 《城市居民最低生活保障条例》
	RuralDibao2007     Document = "guofa-2007-19"          // 国发〔2007〕19号
	DibaoReview2012    Document = "minfa-2012-220"         // 《最低生活保障审核审批办法（试行）》
	TwoSubsidies2015   Document = "guofa-2015-52"          // 国发〔2015〕52号
	HunanSubsidies2015 Document = "xiangzheng-2015-54"     // 湘政发〔2015〕54号
	SubsidiesRestated  Document = "guofa-2015-52-restated" // 国发〔2015〕52号, as places restate it
	Tekun2016          Document = "minfa-2016-178"         // 《特困人员认定办法》 2016
	SelfCare2016       Document = "self-care-2016"         // 特困人员生活自理能力评估, as places restate it
	HunanPlan2018      Document = "hunan-2018-10"          // 湖南社会救助兜底保障工作的实施方案
	Children2019       Document = "minfa-2019-62"          // 事实无人抚养儿童
	Relief2020         Document = "minfa-2020-69"          // 《关于进一步做好困难群众基本生活保障工作的通知》
	Reform2020         Document = "reform-2020-08"         // 《关于改革完善社会救助制度的意见》
	DibaoReview2021    Document = "minfa-2021-57"          // 《最低生活保障审核确认办法》
	Tekun2021          Document = "minfa-2021-43"          // 《特困人员认定办法》 2021
	ElderlyRights      Document = "elderly-rights-law"     // 《老年人权益保障法》
	MinorsProtection   Document = "minors-protection-law"  // 《未成年人保护法》
	DisabilityGrades   Document = "gbt-26341-2010"         // 《残疾人残疾分类和分级》

	HunanUrban2019       Document = "hunan-2019-07"          // 湖南省2019年城市低保指导标准
	HunanRural2020       Document = "hunan-rural-2020"       // 湖南省2020年农村低保指导标准
	HunanUrban2020       Document = "xiangminfa-2020-34"     // 湘民发〔2020〕34号
	HunanRural2021       Document = "xiangminfa-2021-4"      // 湘民发〔2021〕4号
	HunanSubsidies2021   Document = "hunan-subsidies-2021"   // 湖南省2021年残疾人两项补贴省定标准
	TekunMultiple        Document = "tekun-multiple"         // 特困人员基本生活费不低于低保标准的1.3倍
	ZhuzhouLines2022     Document = "zhuzhou-2022-04"        // 株洲市2022年4月28日提高低保标准的通知
	ZhuzhouSubsidies2022 Document = "zhuzhou-subsidies-2022" // 2022年株洲残疾人两项补贴指南
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
	Archived   Standing = iota + 1 // the whole text is archived; its rows are checked against it
	Excerpt                        // the part that is used is archived, quoted with its address; the whole is not
	SecondHand                     // restated by others; the restatement is archived with its address
	Unverified                     // believed; no text was at hand
	Supplied                       // a tables file that the caller laid over the rows
)

// String returns archived, excerpt, second-hand, unverified or supplied.
func (s Standing) String() string {
	return lang.Word([]string{"", "archived", "excerpt", "second-hand", "unverified", "supplied"}, int(s))
}

// Text returns the standing in language l.
func (s Standing) Text(l Lang) string {
	if l == English {
		return s.String()
	}
	return lang.Word([]string{"", "全文存档", "摘录", "转引", "未核实", "自行提供"}, int(s))
}

// MarshalText implements encoding.TextMarshaler.
func (s Standing) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Completeness says how much of a text its archived file has.
type Completeness uint8

const (
	WholeText    Completeness = iota + 1 // 全文
	PartOfText                           // 部分
	QuotesOfText                         // 摘录: sentences, or restatements by others
)

// String returns whole, partial or quotes.
func (c Completeness) String() string {
	return lang.Word([]string{"", "whole", "partial", "quotes"}, int(c))
}

// Text returns how much there is in language l.
func (c Completeness) Text(l Lang) string {
	if l == English {
		return c.String()
	}
	return lang.Word([]string{"", "全文", "部分", "摘录"}, int(c))
}

// MarshalText implements encoding.TextMarshaler.
func (c Completeness) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// DocumentInfo describes a Document: its title, number, issuer and dates, how well it is known, and
// the archived file in which it was read.
type DocumentInfo struct {
	Document         Document
	Title            Text   // in Chinese as on the document, in English what it is
	Number           string // 文号
	NumberUnverified bool   // no text at hand prints Number
	Issuer           string // 发文机关
	Issued           Date   // the day of publication; zero where it is not on record
	Reported         Date   // the day of a report by which it was known, where Issued is not on record; zero: none
	From             Date   // the first day in force; zero where the document states none
	DateUnverified   bool   // no text at hand states From
	Standing         Standing
	Articles         bool         // it is divided into articles (条), not items (项)
	File             string       // the name of the archived file: the text, excerpts of it, or a restatement
	SHA256           string       // of the archived file
	Completeness     Completeness // how much of the text the file has
	Address          string       // where the words that rows print were read, as the file names it; empty where it names none
}

// Name returns the title in Chinese, or what the document is in English.
func (i DocumentInfo) Name(l Lang) string { return i.Title.In(l) }

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
