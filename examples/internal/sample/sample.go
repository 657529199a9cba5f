// Package sample holds the built-in families: the range of decisions, as forms and programs show
// it.
package sample

import (
	"encoding/json"

	"github.com/openminzheng/zhuzhou/assistance"
)

// Day is the day that the families are decided for.
const Day = "2020-10-01"

// Family is a household with what it shows, in the form that files have.
type Family struct{ Chinese, English, JSON string }

// Household reads the family.
func (f Family) Household() (assistance.Household, error) {
	var h assistance.Household
	err := json.Unmarshal([]byte(f.JSON), &h)
	return h, err
}

// Families returns the built-in families.
func Families() []Family { return families[:] }

var families = [...]Family{
	{"没有收入的城市家庭，按低保标准全额发放", "an urban family without income gets the full line", `
{"id":"full-line","division":"天元区","residence":"urban","property":"within",
 "members":[
  {"id":"husband","born":"1971-05-20","relation":"applicant","income":[]},
  {"id":"wife","born":"1973-11-02","relation":"spouse","income":[]}]}`},

	{"有部分收入，按差额发放", "a family with some income gets the difference", `
{"id":"difference","division":"荷塘区","residence":"urban","property":"within",
 "members":[
  {"id":"mother","born":"1982-03-14","relation":"applicant","income":[{"kind":"wages","yuan":"1100","per":"month"},{"kind":"other","yuan":"500","per":"year"}]},
  {"id":"daughter","born":"2008-09-01","relation":"minor-child","income":[]},
  {"id":"grandmother","born":"1958-01-30","relation":"parent","income":[{"kind":"basic-pension","yuan":"103","per":"month"}]}]}`},

	{"人均收入恰等于低保标准", "income a head exactly at the line", `
{"id":"at-the-line","division":"芦淞区","residence":"urban","property":"within",
 "members":[
  {"id":"father","born":"1976-07-08","relation":"applicant","income":[{"kind":"wages","yuan":"1200.00","per":"month"}]},
  {"id":"son","born":"2011-02-17","relation":"minor-child","income":[]}]}`},

	{"城区有残疾成员的低保家庭", "a disabled member of a dibao household in the city", `
{"id":"disabled-city","division":"石峰区","residence":"urban","property":"within",
 "members":[
  {"id":"wife","born":"1969-12-11","relation":"applicant","income":[{"kind":"business","yuan":"700","per":"month","months":9}]},
  {"id":"husband","born":"1966-04-25","relation":"spouse","income":[],
   "disability":{"category":"physical","grade":2},"livingAllowance":{"yuan":"0","per":"month"},"nursingAllowance":{"yuan":"60","per":"month"},
   "workInjuryNursing":"no"}]}`},

	{"县里有残疾成员的低保家庭", "a disabled member of a dibao household in a county", `
{"id":"disabled-county","division":"430223","residence":"rural","property":"within",
 "members":[
  {"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"500.00","per":"month"}]},
  {"id":"son","born":"1995-07-15","relation":"dependent-adult-child","income":[],
   "disability":{"category":"intellectual","grade":1,"longTermCare":"yes"}}]}`},

	{"财产状况未载明，待定", "undetermined: property is not stated", `
{"id":"want-of-a-fact","division":"云龙示范区","residence":"urban",
 "members":[
  {"id":"applicant","born":"1985-06-06","relation":"applicant","income":[{"kind":"wages","yuan":"800","per":"month"}]},
  {"id":"child","born":"2015-10-19","relation":"minor-child"}]}`},

	{"收入达到全省城市低保指导标准，当地标准可能更高，待定", "undetermined: income reaches the province's floor, and the county's own urban line is not on record", `
{"id":"want-of-a-figure","division":"醴陵市","residence":"urban","property":"within",
 "members":[
  {"id":"applicant","born":"1979-08-23","relation":"applicant","income":[{"kind":"wages","yuan":"1300","per":"month"}]},
  {"id":"mother","born":"1954-05-05","relation":"parent","income":[{"kind":"old-age-allowance","yuan":"50","per":"month"}]}]}`},

	{"特困人员，供养金额不低于低保标准的1.3倍", "a tekun person, whose support is at least 1.3 times the line", `
{"id":"tekun","division":"茶陵县","residence":"rural","property":"within",
 "members":[
  {"id":"elder","born":"1947-02-09","relation":"applicant","support":"none","property":"within",
   "income":[{"kind":"basic-pension","yuan":"103","per":"month"}],"cannot":["bathing","walking"]}]}`},

	{"低保边缘家庭，重残成员参照单人户纳入低保", "a low-income family with single-person cover", `
{"id":"low-income","division":"天元区","residence":"urban","property":"within",
 "members":[
  {"id":"father","born":"1975-01-12","relation":"applicant","income":[{"kind":"wages","yuan":"1800.00","per":"month"}]},
  {"id":"mother","born":"1977-10-03","relation":"spouse","income":[]},
  {"id":"daughter","born":"2000-03-30","relation":"dependent-adult-child","income":[],"disability":{"category":"mental","grade":1}}]}`},

	{"同一家庭有城市和农村户籍", "both kinds of hukou in one household", `
{"id":"both-kinds","division":"渌口区","property":"within",
 "members":[
  {"id":"grandfather","born":"1952-06-18","residence":"rural","relation":"parent","income":[{"kind":"transfer","yuan":"1200","per":"year"}]},
  {"id":"mother","born":"1980-12-01","residence":"urban","relation":"applicant","income":[{"kind":"wages","yuan":"1725","per":"month","months":8}]},
  {"id":"son","born":"2009-04-04","residence":"rural","relation":"minor-child","income":[]}]}`},

	{"收入高于标准，不予低保，护理补贴照发", "refused for its income; the nursing subsidy is due all the same", `
{"id":"refused","division":"芦淞区","residence":"urban","property":"within",
 "members":[
  {"id":"husband","born":"1970-09-27","relation":"applicant","income":[{"kind":"wages","yuan":"4200","per":"month"}]},
  {"id":"wife","born":"1972-02-15","relation":"spouse","income":[],"disability":{"category":"visual","grade":1}}]}`},
}
