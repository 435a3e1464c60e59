"""What a person can do wrong with plans, duties and evidence."""

from lantoa.common.errors import ChangedMeanwhile, DomainError


class NothingToPlan(DomainError):
    code = "nothing-to-plan"
    message = "Tệp đọc được nhưng không có kế hoạch, chỉ thị hay phụ lục giao nhiệm vụ nào."


class AlreadyLoaded(DomainError):
    code = "already-loaded"
    message = "Tệp này đã được nạp trước đó; hãy mở bản đã nạp: {title}."


class PlanNotDraft(DomainError):
    code = "plan-not-draft"
    message = "Kế hoạch này không còn ở bước rà soát nên không sửa được dòng dự thảo."


class PlanNotInForce(DomainError):
    code = "plan-not-in-force"
    message = "Kế hoạch này chưa được xác nhận nên chưa nhập kết quả được."


class RowsStillPending(DomainError):
    code = "rows-still-pending"
    message = "Còn {count} dòng chưa xem. Hãy chấp nhận hoặc loại từng dòng trước khi xác nhận."


class NothingAccepted(DomainError):
    code = "nothing-accepted"
    message = "Chưa có dòng nào được chấp nhận nên chưa thể xác nhận kế hoạch."


class LeadUnknown(DomainError):
    code = "lead-unknown"
    message = "Chưa xác định được cơ quan chủ trì ở các dòng: {codes}. Hãy sửa các dòng này trước."


class IssueDateMissing(DomainError):
    code = "issue-date-missing"
    message = "Hãy nhập ngày ban hành của kế hoạch trước khi xác nhận."


class TitleMissing(DomainError):
    code = "title-missing"
    message = "Hãy nhập tên kế hoạch."


class YearImplausible(DomainError):
    code = "year-implausible"
    message = "Năm kế hoạch phải là một năm có bốn chữ số, từ 1990 đến 2200."


class AnotherDraftLives(DomainError):
    code = "another-draft-lives"
    message = "Tệp này đã có bản khác đang dùng: {title}. Hãy cất bản đó trước khi mở lại bản này."


class ReasonMissing(DomainError):
    code = "reason-missing"
    message = "Hãy ghi rõ lý do."


class TextMissing(DomainError):
    code = "text-missing"
    message = "Nội dung của dòng không được để trống."


class SplitNeedsTwo(DomainError):
    code = "split-needs-two"
    message = "Muốn tách dòng, hãy nhập ít nhất hai phần, mỗi phần một dòng."


class MergeIntoItself(DomainError):
    code = "merge-into-itself"
    message = "Không gộp được một dòng vào chính nó hoặc vào dòng đã loại."


class RowChangedMeanwhile(ChangedMeanwhile):
    """`changes` lists what the other person did, newest first."""

    code = "row-changed-meanwhile"
    message = "{who} vừa thay đổi dòng {item} lúc {when}. Nội dung mới được hiện bên dưới."


class PlanChangedMeanwhile(ChangedMeanwhile):
    code = "plan-changed-meanwhile"
    message = "{who} vừa thay đổi bản dự thảo này. Hãy xem các thay đổi rồi xác nhận lại."


class PlanAlreadyConfirmed(ChangedMeanwhile):
    code = "plan-already-confirmed"
    message = "{who} đã xác nhận kế hoạch này lúc {when}."


class EvidenceMissing(DomainError):
    code = "evidence-missing"
    message = "Hãy thêm ít nhất một minh chứng (ảnh hoặc tệp) trước khi gửi."


class CaptionMissing(DomainError):
    code = "caption-missing"
    message = "Hãy ghi chú thích: đã làm gì, ở đâu."


class EvidenceTwice(DomainError):
    code = "evidence-twice"
    message = "“{name}” đã có trong minh chứng của việc này."


class StatementIncomplete(DomainError):
    """`field` in the data names the field that the sentence speaks of."""

    code = "statement-incomplete"
    message = "Minh chứng còn thiếu thông tin."


class EvidenceLocked(DomainError):
    code = "evidence-locked"
    message = "Việc này đã gửi duyệt hoặc đã được chấp nhận nên không thêm, bớt minh chứng được."


class NotWaitingForDecision(DomainError):
    code = "not-waiting"
    message = "Việc này không ở trạng thái chờ duyệt."


class NotDecided(DomainError):
    code = "not-decided"
    message = "Việc này chưa được duyệt nên không có gì để xem lại."


class OwnEvidence(DomainError):
    code = "own-evidence"
    message = "Người gửi minh chứng không tự duyệt được; hãy để người khác có thẩm quyền duyệt."


class DateInFuture(DomainError):
    code = "date-in-future"
    message = "Ngày thực hiện không thể sau hôm nay."


class DutyLocked(DomainError):
    code = "duty-locked"
    message = (
        "Đã khóa nhận kết quả từ sau ngày {day}. Hãy đề nghị cơ quan theo dõi mở lại trước khi gửi."
    )


class DutyNotExpected(DomainError):
    code = "duty-not-expected"
    message = "Việc này không còn phải thực hiện nên không nhận thêm kết quả."


class NoDeadline(DomainError):
    code = "no-deadline"
    message = "Việc này không có ngày hạn nên không có gì để gia hạn hoặc tạm dừng."


class DayNotLater(DomainError):
    code = "day-not-later"
    message = "Ngày mới phải sau hạn hiện nay ({day})."


class DaysReversed(DomainError):
    code = "days-reversed"
    message = "Ngày kết thúc không thể trước ngày bắt đầu."


class AlreadyAsked(DomainError):
    code = "already-asked"
    message = "Việc này đã có một đề nghị đang chờ trả lời."


class AlreadyAnswered(DomainError):
    code = "already-answered"
    message = "Đề nghị này đã được trả lời hoặc đã rút."


class OwnRequest(DomainError):
    code = "own-request"
    message = "Người đề nghị không tự trả lời được; hãy để người khác có thẩm quyền trả lời."


class NotLocked(DomainError):
    code = "not-locked"
    message = "Việc này chưa khóa nhận kết quả nên không cần mở lại."


class DayInPast(DomainError):
    code = "day-in-past"
    message = "Ngày này đã qua. Hãy chọn từ hôm nay trở đi."


class AmendmentNotDraft(DomainError):
    code = "amendment-not-draft"
    message = "Văn bản điều chỉnh này đã áp dụng hoặc đã bỏ nên không sửa được."


class AmendmentEmpty(DomainError):
    code = "amendment-empty"
    message = "Hãy ghi ít nhất một nội dung điều chỉnh trước khi áp dụng."


class DirectiveIncomplete(DomainError):
    code = "directive-incomplete"
    message = "Hãy ghi đủ số, ký hiệu và trích yếu của văn bản."


class AgencyMissing(DomainError):
    code = "agency-missing"
    message = "Hãy chọn ít nhất một cơ quan thực hiện."


class DutyAlreadyChanged(DomainError):
    code = "duty-already-changed"
    message = "Nhiệm vụ {code} không còn hiệu lực hoặc đã có trong văn bản điều chỉnh này."


class ReminderRuleTwice(DomainError):
    code = "reminder-rule-twice"
    message = "Có hai quy tắc trùng số ngày, người nhận và kênh; hãy bỏ bớt một."


class NobodyToUrge(DomainError):
    code = "nobody-to-urge"
    message = "Không còn việc quá hạn nào để đôn đốc, hoặc chưa có người nhận; chưa gửi gì."


class WeightImplausible(DomainError):
    code = "weight-implausible"
    message = "Trọng số phải từ 0 đến 100; giá trị {value} không dùng được."


class FilterNameTaken(DomainError):
    code = "filter-name-taken"
    message = "Bạn đã có bộ lọc tên “{name}”. Hãy đặt tên khác."


class FilterNameMissing(DomainError):
    code = "filter-name-missing"
    message = "Hãy đặt tên cho bộ lọc."


class TooManyFilters(DomainError):
    code = "too-many-filters"
    message = "Mỗi người lưu được nhiều nhất {most} bộ lọc. Hãy bỏ bớt bộ lọc không dùng."


class NothingChosen(DomainError):
    code = "nothing-chosen"
    message = "Chưa chọn việc nào."


class ChoiceChanged(ChangedMeanwhile):
    code = "choice-changed"
    message = "Có việc vừa thay đổi sau khi bạn xem trước nên chưa thực hiện gì. Hãy xem lại."


class TooManyRows(DomainError):
    code = "too-many-rows"
    message = "Có {count} dòng khớp; mỗi lần thực hiện nhiều nhất {most} dòng. Hãy lọc hẹp hơn."


class ActionIncomplete(DomainError):
    code = "action-incomplete"
    message = "Hãy ghi đủ nội dung của thao tác rồi xem trước."


class ActionDone(DomainError):
    code = "action-done"
    message = "Thao tác này đã được thực hiện, không thực hiện lần nữa."


class ActionNotUndoable(DomainError):
    code = "action-not-undoable"
    message = "Thao tác này không hoàn tác được."


class OwnDeadline(DomainError):
    code = "own-deadline"
    message = "Việc của chính đơn vị bạn: hãy gửi đề nghị gia hạn để người khác trả lời."


class ExtensionOvertaken(DomainError):
    code = "extension-overtaken"
    message = "Hạn đã được thay đổi tiếp sau lần gia hạn này nên không hoàn tác được."


class DecidedAnew(DomainError):
    code = "decided-anew"
    message = "Việc này đã được quyết định lại sau đó nên giữ nguyên."


class AgencyNotInForce(DomainError):
    code = "agency-not-in-force"
    message = "{name} không hoạt động vào ngày {day}."


class PartTaken(DomainError):
    code = "part-taken"
    message = "{name} đã tham gia nhiệm vụ này."


class AssignmentWorkedOn(DomainError):
    code = "assignment-worked-on"
    message = "Cơ quan nhận đã bắt đầu làm nên giữ nguyên phân công mới."


class LinkUnusable(DomainError):
    code = "link-unusable"
    message = "Đường dẫn phải bắt đầu bằng https:// hoặc http://."


class CellNotChangeable(DomainError):
    code = "cell-not-changeable"
    message = "Ô này không đổi được bằng tệp."
