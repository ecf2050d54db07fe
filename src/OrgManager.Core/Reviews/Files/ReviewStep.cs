namespace OrgManager.Reviews;

/// <summary>What a full file waits for.</summary>
public enum ReviewStep { UnitComment, SelfReview, Opinions, Meeting, Proposal, Verification, Decision, Notice, Notified, Complaint, Archived }

/// <summary>What is done with a full file: nhận xét, bỏ qua nhận xét, nộp, ý kiến, chuyển họp, ghi biên bản, gửi đề nghị, thẩm định, quyết định, thông báo, đề nghị xem lại, lưu, trả lại, mở lại.</summary>
public enum ReviewAct { Comment, PassOver, Submit, Opine, Gather, Record, Propose, Verify, Decide, Notify, Complain, Archive, Return, Reopen }

/// <summary>How somebody stands to a review: whose it is, the head of the unit they work in, who works for the cell, who works for the committee above it.</summary>
public enum ReviewRelation { Subject, UnitHead, Cell, Committee }
