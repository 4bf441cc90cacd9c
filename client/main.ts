/** The page: styles and elements. */
import './no-eval.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/list.css';
import './styles/states.css';
import './styles/chat.css';
import './styles/posting.css';
import './styles/layout.css';
import './styles/page.css';
import './styles/conversations.css';
import './styles/around.css';
import './components/perch-app.ts';
