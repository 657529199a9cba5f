package benefit

// english holds the texts of steps in plain English, with the same codes, variants and blanks as the Chinese ones.
var english = [...]wording{
	{"member-not-examined", "computed", "{value}, so nothing is examined"},
	{"member-not-counted", "computed", "{value}, so not counted as a member of the household"},
	{"member-not-counted", "computed/finding", "not counted as a member of the household, by the caseworker's finding"},
	{"member-tekun", "computed", "a tekun person, so left out of the household's members and income for dibao"},

	{"tekun-no-ability-to-work", "met", "{number} years old and so at least {limit}: unable to work by age"},
	{"tekun-no-ability-to-work", "met/minor", "{number} years old and so under {limit}: unable to work by age"},
	{"tekun-no-ability-to-work", "met/grade", "{left} disability, {grade}: unable to work by disability"},
	{"tekun-no-ability-to-work", "not-met", "{number} years old, neither {limit} or older nor a minor, and without a disability of the grades listed: not unable to work"},
	{"tekun-no-ability-to-work", "unknown", "{left} disability, {grade}, of which the grade of each category is not stated: whether he is unable to work is undetermined"},
	{"tekun-child-scheme", "met", "in the {left}, which does not exclude tekun support"},
	{"tekun-child-scheme", "not-met", "in the {left}, so no longer taken as tekun"},
	{"tekun-income-below-line", "met", "own income {left} is below the line, {right}: met"},
	{"tekun-income-below-line", "met/no-figure", "no income of his own, which is below any line: met"},
	{"tekun-income-below-line", "not-met", "own income {left} is {compared} the line, {right}: not met"},
	{"tekun-income-below-line", "unknown", "own income {left} is {compared} the line as far as it is known, {right}; the county's own may be higher: undetermined"},
	{"tekun-income-below-line", "unknown/no-figure", "own income {left}, and the line there is not on record: undetermined"},
	{"tekun-property", "met", "his own property is within the local limit: met"},
	{"tekun-property", "not-met", "his own property is over the local limit: not met"},
	{"tekun-property", "unknown", "whether property is within the local limit is not stated: undetermined"},
	{"tekun-property", "unknown/household", "the household's property is over the local limit, and what of it is his own is not stated: undetermined"},
	{"tekun-no-support", "met", "{left}: met"},
	{"tekun-no-support", "not-met", "{left}: not met"},
	{"tekun-payment", "computed", "tekun support: {sum}"},

	{"dibao-job-costs", "computed", "necessary costs of working are taken off, at most the wages and business income: {value}"},
	{"dibao-tekun-first", "unknown", "whether a member is tekun is undetermined and comes first, so dibao is undetermined too"},
	{"dibao-income-counted", "computed", "income that counts: {sum}"},
	{"dibao-income-below-line", "met", "income {left} is below the {kind} {sum}: met"},
	{"dibao-income-below-line", "met/no-figure", "no income, which is below any line: met; the {kind} line there is not on record"},
	{"dibao-income-below-line", "not-met", "income {left} is {compared} the {kind} {sum}: not met"},
	{"dibao-income-below-line", "unknown", "income {left} is {compared} the {kind} {sum}, as far as it is known; the county's own may be higher: undetermined"},
	{"dibao-income-below-line", "unknown/no-figure", "income {left}, and the {kind} line there is not on record: undetermined"},
	{"dibao-grace", "unknown", "the household is on dibao and someone works, so a grace period may follow once income passes the {kind} line; how many months is not on record: undetermined"},
	{"dibao-property", "met", "the household's property is within the local limit: met"},
	{"dibao-property", "not-met", "the household's property is over the local limit: not met"},
	{"dibao-property", "unknown", "whether the household's property is within the local limit is not stated: undetermined"},
	{"dibao-topup", "computed", "top-up for {value}: {sum}"},
	{"dibao-each-person-minimum", "computed", "each person gets no less than the average level: {sum}"},
	{"dibao-payment", "computed", "dibao payment: {sum}"},

	{"low-income-above-line", "met", "income {left} is {compared} the {kind} {sum}, as a low-income family's must be: met"},
	{"low-income-above-line", "not-met", "income {left} is {compared} the {kind} {sum}, as a low-income family's cannot be: not met"},
	{"low-income-above-line", "not-met/floor", "income {left}, and the {kind} line there is known only as a lower limit, so income cannot be said to have reached it: not met"},
	{"low-income-above-line", "not-met/no-figure", "income {left}, and the {kind} line there is not on record, so income cannot be said to have reached it: not met"},
	{"low-income-below-multiple", "met", "income {left} is below the {kind} {sum}: met"},
	{"low-income-below-multiple", "not-met", "income {left} is {compared} the {kind} {sum}: not met"},
	{"low-income-property", "met", "the household's property is within the local limit: met"},
	{"low-income-property", "not-met", "the household's property is over the local limit: not met"},
	{"low-income-property", "unknown", "whether the household's property is within the local limit is not stated: undetermined"},

	{"single-person-family", "met", "the family is a low-income family: met"},
	{"single-person-family", "not-met", "the family is no low-income family: not met"},
	{"single-person-family", "unknown", "whether the family is a low-income family is undetermined"},
	{"single-person-class", "met", "{left} disability, {grade}: severe enough to be covered alone"},
	{"single-person-class", "met/illness", "seriously ill, and so may be covered alone"},
	{"single-person-class", "unknown", "{left} disability, {grade}, of which the grade of each category is not stated: whether it is severe enough to be covered alone is undetermined"},
	{"single-person-income", "met", "own income {left} is below the line, {right}: met"},
	{"single-person-income", "not-met", "own income {left} is {compared} the line, {right}, which leaves no difference to pay: not met"},
	{"single-person-payment", "computed", "single-person cover: {sum}"},

	{"living-tekun", "met", "not supported as tekun, so the {part} is not excluded"},
	{"living-tekun", "not-met", "supported as tekun, so no {part}"},
	{"living-tekun", "unknown", "whether he is tekun is undetermined, and so is the {part}"},
	{"living-work-injury", "met", "no work-injury nursing benefit, so the {part} is not excluded"},
	{"living-work-injury", "met/not-stated", "no work-injury nursing benefit is stated, and none is assumed"},
	{"living-work-injury", "not-met", "gets the work-injury nursing benefit, so no {part}"},
	{"living-child-scheme", "met", "in the {left}, which goes together with the {part}"},
	{"living-child-scheme", "not-met", "in the {left}, so no {part}"},
	{"living-grade", "met", "disability of {grade}, where {least} is asked for the {part}: met"},
	{"living-grade", "not-met", "disability of {grade}, where {least} is asked for the {part}: not met"},
	{"living-allowance", "met", "another such allowance, {left}, is no higher than the rate of the {part}, {right}, which is paid in its place"},
	{"living-allowance", "met/no-figure", "another such allowance, {left}, is no higher than any rate of the {part}"},
	{"living-allowance", "not-met", "another such allowance, {left}, is higher than the rate of the {part}, {right}, so it stays and the {part} is not paid"},
	{"living-allowance", "unknown", "another such allowance, {left}, is higher than the rate of the {part} as far as it is known, {right}; the county's own may be higher: undetermined"},
	{"living-allowance", "unknown/no-figure", "another such allowance, {left}, and the rate of the {part} there is not on record: undetermined"},
	{"living-dibao", "met", "on dibao, as the {part} asks: met"},
	{"living-dibao", "not-met", "not on dibao, as the {part} asks: not met; a local extension to low-income families may exist and is not on record"},
	{"living-dibao", "unknown", "dibao is undetermined, and so is the {part}"},
	{"living-payment", "computed", "rate of the {part}: {sum}"},

	{"nursing-long-term-care", "met", "long-term care is needed, as the {part} asks: met"},
	{"nursing-long-term-care", "not-met", "no long-term care is needed, as the {part} asks: not met"},
	{"nursing-long-term-care", "unknown", "whether long-term care is needed is not stated, and so the {part} is undetermined"},

	{"eldercare-subsidy-class", "met", "{number} years old, {self-care}: of those whom the eldercare service subsidy there is for"},
	{"eldercare-subsidy-class", "not-met", "{number} years old, {self-care}: not of those whom the eldercare service subsidy there is for"},
	{"eldercare-subsidy-class", "unknown", "{number} years old, {self-care}: whether of those whom the eldercare service subsidy there is for is undetermined"},
	{"eldercare-subsidy-payment", "computed", "rate of the eldercare service subsidy: {sum}"},

	{"residence-not-stated", "unknown", "{part}: the kind of hukou is not stated; {left} if urban, {right} if rural, so it is undetermined"},
	{"total", "computed", "total: {sum}"},
}

// englishWords are the words of the wire formats that texts fill in.
var englishWords = [...]plainWord{
	{"eligible", "eligible"}, {"ineligible", "not eligible"}, {"undetermined", "undetermined"}, {"", "not examined"},
	{"clergy", "clergy who have lived away for three years or more"}, {"prison", "in prison"}, {"compulsory-rehabilitation", "in compulsory rehabilitation"},
	{"missing", "declared missing"},
	{"applicant", "the applicant"}, {"spouse", "a spouse"}, {"parent", "a parent"}, {"minor-child", "a minor child"}, {"student", "a student child"},
	{"dependent-adult-child", "a grown child who cannot live independently"}, {"independent-adult-child", "a grown child who can live independently"},
	{"child-spouse", "a child's spouse"}, {"grandchild", "a grandchild"}, {"grandparent", "a grandparent"}, {"sibling", "a brother or sister"},
	{"supported-relative", "a supported relative who has long lived with the family"},
	{"none", "nobody is legally bound to support him"}, {"incapable", "those legally bound to support him are not able to"}, {"capable", "those legally bound to support him are able to"},
	{"orphan", "orphan scheme"}, {"unattended-full", "scheme for unattended children, on the full rate"}, {"unattended-topped-up", "scheme for unattended children, topped up"},
	{"visual", "visual"}, {"hearing", "hearing"}, {"speech", "speech"}, {"physical", "physical"}, {"intellectual", "intellectual"}, {"mental", "mental"}, {"multiple", "multiple"},
	{"elderly", "the old"}, {"minor", "minors"}, {"severe-disability", "the severely disabled"}, {"serious-illness", "the seriously ill"},
}

// englishSelfCare are the words of self-care, as package eldercare says them.
var englishSelfCare = [...]plainWord{
	{"full", "full self-care"}, {"partial", "self-care partly lost"}, {"none", "self-care wholly lost"}, {"", "self-care not stated"},
}

// englishTerms say what a term of a sum is.
var englishTerms = [...]plainWord{
	{"line", "line"}, {"income", "income"}, {"own-income", "income"}, {"household-income", "income of the household as such"}, {"job-costs", "costs of working"}, {"topup", "top-up"},
	{"tekun-basic", "basic living standard"}, {"tekun-care", "care standard"}, {"minimum", "average level"}, {"rate", ""},
	{"dibao", "dibao"}, {"tekun", "tekun support"}, {"singlePerson", "single-person cover"}, {"living", "living subsidy"}, {"nursing", "nursing subsidy"},
}
