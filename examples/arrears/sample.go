package main

// sampleKnown is the day as of which the sample is drawn up.
const sampleKnown = "2020-12-31"

// sample is a made-up family of three in Tianyuan. Nobody knew the city's figures before
// 2020-09-01, so what was paid until then was on account; the rest was paid on 18 September, as far
// as the job that the mother had found in May was not yet on record.
const sample = `{
"history":{"id":"family-3",
 "versions":[
  {"from":"2020-01-01","recorded":"2019-12-16","note":"申请低保：父母和女儿三人，母亲打零工 / applies for dibao: parents and daughter, the mother has odd jobs",
   "household":{"division":"天元区","residence":"urban","property":"within","members":[
    {"id":"mother","born":"1976-03-14","relation":"applicant","income":[{"kind":"wages","yuan":"400.00","per":"month"}]},
    {"id":"father","born":"1972-09-30","relation":"spouse","income":[],"disability":{"category":"physical","grade":2},
     "workInjuryNursing":"no","livingAllowance":{"yuan":"0","per":"month"},"nursingAllowance":{"yuan":"0","per":"month"}},
    {"id":"daughter","born":"2002-07-06","relation":"minor-child","income":[]}]}},
  {"from":"2020-05-11","recorded":"2020-10-12","note":"母亲五月找到工作，十月才报告 / the mother found a job in May, reported in October",
   "household":{"division":"天元区","residence":"urban","property":"within","members":[
    {"id":"mother","born":"1976-03-14","relation":"applicant","income":[{"kind":"wages","yuan":"900.00","per":"month"}]},
    {"id":"father","born":"1972-09-30","relation":"spouse","income":[],"disability":{"category":"physical","grade":2},
     "workInjuryNursing":"no","livingAllowance":{"yuan":"0","per":"month"},"nursingAllowance":{"yuan":"0","per":"month"}},
    {"id":"daughter","born":"2002-07-06","relation":"minor-child","income":[]}]}},
  {"from":"2020-07-06","recorded":"2020-07-08","note":"女儿满18周岁，外出独立生活 / the daughter turns 18 and lives on her own",
   "household":{"division":"天元区","residence":"urban","property":"within","members":[
    {"id":"mother","born":"1976-03-14","relation":"applicant","income":[{"kind":"wages","yuan":"400.00","per":"month"}]},
    {"id":"father","born":"1972-09-30","relation":"spouse","income":[],"disability":{"category":"physical","grade":2},
     "workInjuryNursing":"no","livingAllowance":{"yuan":"0","per":"month"},"nursingAllowance":{"yuan":"0","per":"month"}},
    {"id":"daughter","born":"2002-07-06","relation":"independent-adult-child","counted":"no","income":[]}]}},
  {"from":"2020-07-06","recorded":"2020-10-12","note":"七月以后母亲的工资 / the mother's wages from July on",
   "household":{"division":"天元区","residence":"urban","property":"within","members":[
    {"id":"mother","born":"1976-03-14","relation":"applicant","income":[{"kind":"wages","yuan":"900.00","per":"month"}]},
    {"id":"father","born":"1972-09-30","relation":"spouse","income":[],"disability":{"category":"physical","grade":2},
     "workInjuryNursing":"no","livingAllowance":{"yuan":"0","per":"month"},"nursingAllowance":{"yuan":"0","per":"month"}},
    {"id":"daughter","born":"2002-07-06","relation":"independent-adult-child","counted":"no","income":[]}]}}],
 "grants":[
  {"part":"dibao","applied":"2019-11-25","approved":"2019-12-20"},
  {"part":"living","member":"father","applied":"2020-03-12","approved":"2020-04-20"},
  {"part":"nursing","member":"father","applied":"2020-03-12","approved":"2020-04-20"}],
 "reviews":["2020-06-28"]},
"payments":[
  {"month":"2020-01","part":"dibao","yuan":"1100.00","paid":"2020-01-09"},
  {"month":"2020-02","part":"dibao","yuan":"1100.00","paid":"2020-02-10"},
  {"month":"2020-03","part":"dibao","yuan":"1100.00","paid":"2020-03-09"},
  {"month":"2020-04","part":"dibao","yuan":"1100.00","paid":"2020-04-09"},
  {"month":"2020-05","part":"dibao","yuan":"1100.00","paid":"2020-05-09"},
  {"month":"2020-06","part":"dibao","yuan":"1100.00","paid":"2020-06-09"},
  {"month":"2020-07","part":"dibao","yuan":"1100.00","paid":"2020-07-09"},
  {"month":"2020-08","part":"dibao","yuan":"700.00","paid":"2020-08-10"},
  {"month":"2020-01","part":"dibao","yuan":"300.00","paid":"2020-09-18"},
  {"month":"2020-02","part":"dibao","yuan":"300.00","paid":"2020-09-18"},
  {"month":"2020-03","part":"dibao","yuan":"300.00","paid":"2020-09-18"},
  {"month":"2020-05","part":"dibao","yuan":"300.00","paid":"2020-09-18"},
  {"month":"2020-06","part":"dibao","yuan":"300.00","paid":"2020-09-18"},
  {"month":"2020-07","part":"dibao","yuan":"300.00","paid":"2020-09-18"},
  {"month":"2020-08","part":"dibao","yuan":"100.00","paid":"2020-09-18"},
  {"month":"2020-09","part":"dibao","yuan":"800.00","paid":"2020-09-09"},
  {"month":"2020-10","part":"dibao","yuan":"800.00","paid":"2020-10-09"},
  {"month":"2020-12","part":"dibao","yuan":"300.00","paid":"2020-12-09"},
  {"month":"2020-12","part":"dibao","yuan":"300.00","paid":"2020-12-10"},
  {"month":"2020-09","part":"living","member":"father","yuan":"100.00","paid":"2020-09-09"},
  {"month":"2020-10","part":"living","member":"father","yuan":"100.00","paid":"2020-10-09"},
  {"month":"2020-11","part":"living","member":"father","yuan":"100.00","paid":"2020-11-09"},
  {"month":"2020-12","part":"living","member":"father","yuan":"100.00","paid":"2020-12-09"},
  {"month":"2020-09","part":"nursing","member":"father","yuan":"100.00","paid":"2020-09-09"},
  {"month":"2020-10","part":"nursing","member":"father","yuan":"100.00","paid":"2020-10-09"},
  {"month":"2020-11","part":"nursing","member":"father","yuan":"100.00","paid":"2020-11-09"},
  {"month":"2020-12","part":"nursing","member":"father","yuan":"100.00","paid":"2020-12-09"}]}
`
